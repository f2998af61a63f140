"""Builds by several processes, killed at any moment: nothing of them stays, and the next build is right."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from projects import AGENCY, ITEM, SITE, SMALL, WriteSmall, Written

from generator.building.parallel import can_fork

pytestmark = [
    pytest.mark.sweep,
    pytest.mark.skipif(not can_fork(), reason="this system does not fork processes"),
]

KILLS = int(os.environ.get("PRONGSAI_KILLS", "12"))
"""How many builds are killed; 300 take about half an hour."""

LEFT_AFTER = 2 if "PRONGSAI_KILLS" in os.environ else 30
"""Seconds within which nothing of a killed build is left: two on a quiet machine."""


def start(made: Written) -> "subprocess.Popen[bytes]":
    """A build by two processes, in a group of its own; the end of what it says is the end of all of them."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", made.root, "--jobs", "2", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def test_nothing_of_a_killed_build_stays_and_the_next_one_is_right(small: WriteSmall) -> None:
    agencies = ("aa", "bb", "cc", "dd")
    made = small({SITE: "title: ทดสอบ\nagency: all\n", AGENCY: None, ITEM: None})
    for slug in agencies:
        made.write({f"content/{slug}/agency.yaml": SMALL[AGENCY], f"content/{slug}/2567/o01.md": SMALL[ITEM]})
    clean = Written(made.root, f"{made.root}/clean")
    chance = random.Random(2569)
    with start(made) as first:
        began = time.monotonic()
        assert b"Built" in first.communicate()[0]
        longest = time.monotonic() - began
    for number in range(KILLS):
        slug = agencies[number % len(agencies)]
        made.write({f"content/{slug}/2567/o01.md": f"---\nitem: O1\nstate: done\n---\nครั้งที่ {number}\n"})
        if number % 3 == 0:
            made.write({SITE: f"title: ทดสอบ {number}\nagency: all\n"})
        with start(made) as killed:
            try:
                killed.communicate(timeout=chance.uniform(0, longest))
            except subprocess.TimeoutExpired:
                killed.send_signal(signal.SIGKILL)
            killed.communicate(timeout=LEFT_AFTER)
        if number % 2:
            continue  # at times the next build finds what two killed ones left
        with start(made) as following:
            assert following.communicate()[0].count(b"error") == 0
            assert following.returncode == 0
        assert not clean.build().failed
        assert made.site() == clean.site(), number
