"""How long ``handbook check --all`` takes, and how much memory: ``python -m bench.checks``.

Measures whole processes in processor seconds, so that what else the machine does counts less:
on the companies of policy_data, and on a generated handbook of 1,000 roles, 300 processes and 20
companies that differ. ``--profile`` shows where the time of the large one goes instead;
``--companies`` measures 250 and 500 companies of 306 roles, each of which changes 40 of them and
has a finding.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.generate import SOURCE, generate

ROLES, PROCESSES, COMPANIES = 1000, 300, 20
ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "handbook", "check", "--all", "--data"]
LIMITS = {"real": 1.5, "large": 10.0}
MEGABYTES = 600  # that 500 companies may take


def measure(data: Path) -> tuple[float, float]:
    """Processor and wall-clock seconds of one ``check --all``, the better of two runs."""
    runs = []
    for _ in range(2):
        before, start = os.times(), time.perf_counter()
        done = subprocess.run(  # noqa: PLW1510
            [*COMMAND, str(data)], cwd=ROOT, capture_output=True, text=True
        )
        after = os.times()
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        used = after.children_user + after.children_system
        used -= before.children_user + before.children_system
        runs.append((used, time.perf_counter() - start))
    return min(runs)


def profile(data: Path) -> None:
    from handbook.checks.check_all import check_companies  # noqa: PLC0415
    from handbook.reading.library import load  # noqa: PLC0415

    with cProfile.Profile() as profiler:
        library = load(data)
        check_companies(library, list(library.companies))
    pstats.Stats(profiler).sort_stats("tottime").print_stats(35)


def measure_companies(folder: Path, number: int) -> tuple[float, float]:
    """Processor seconds, and megabytes at the peak of all children: the largest come last."""
    data = folder / f"companies-{number}"
    generate(data, roles=306, companies=number)
    for each in (data / "companies").iterdir():
        own = each / "company.yml"
        text = own.read_text(encoding="utf-8").replace("  tenure_junior: 1\n", "")
        own.write_text(text, encoding="utf-8")
        for copy in range(40):
            identity = f"senior-agent-{copy}"
            change = f"id: {identity}\nsummary: {each.name} 的资深专员{copy}\n"
            (each / "roles" / f"{identity}.yml").write_text(change, encoding="utf-8")
    before = os.times()
    done = subprocess.run([*COMMAND, str(data)], cwd=ROOT, capture_output=True)  # noqa: PLW1510
    after = os.times()
    assert done.returncode == 1, done.stderr[-2000:]
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    return used, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def companies(folder: Path) -> None:
    print(f"{'companies':>9} {'cpu s':>6} {'peak MB':>8} {'limit':>6}")
    for number in (250, 500):
        used, peak = measure_companies(folder, number)
        print(f"{number:9} {used:6.1f} {peak:8.0f} {MEGABYTES:6}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        if "--companies" in sys.argv:
            companies(Path(folder))
            return
        large = Path(folder) / "policy_data"
        generate(large, roles=ROLES, processes=PROCESSES, companies=COMPANIES)
        if "--profile" in sys.argv:
            profile(large)
            return
        print(f"{'data':6} {'cpu s':>6} {'wall s':>7} {'limit':>6}")
        for name, data in (("real", SOURCE), ("large", large)):
            used, passed = measure(data)
            print(f"{name:6} {used:6.2f} {passed:7.2f} {LIMITS[name]:6.1f}")


if __name__ == "__main__":
    main()
