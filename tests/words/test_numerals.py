"""Numbers for 第…章 and 第…条."""

import pytest

from handbook.words.numerals import chinese_number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"),
        (100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (120, "一百二十"),
        (205, "二百零五"), (999, "九百九十九"),
    ],
)  # fmt: skip
def test_as_people_write_them(number: int, written: str) -> None:
    assert chinese_number(number) == written


def test_no_two_numbers_look_alike() -> None:
    assert len({chinese_number(number) for number in range(1, 1000)}) == 999
