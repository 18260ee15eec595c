"""Where the tests find the project, the policy that they use, and the one that HR edits."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
POLICY = TESTS / "policy" / "policy_data"
"""The tests' own policy with its four companies: what HR changes can't break a test of the code."""
PAGES = TESTS / "policy" / "docs"
SHIPPED = ROOT / "policy_data"
"""What HR edits: only the tests of ``tests/shipped`` look at it."""
