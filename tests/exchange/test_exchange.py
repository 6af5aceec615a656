"""The formats: PLOVER's names, nothing lost, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import khabar
from fake_coder import make_record
from khabar.exchange.claims import CLAIM_COLUMNS
from khabar.exchange.plain import from_json, from_plain, to_json, to_plain
from khabar.exchange.plover import QUAD_CODE, event_to_dict, to_jsonl
from khabar.exchange.table import COLUMNS, to_csv


@pytest.fixture
def record():
    return make_record()


def test_plain_and_back_loses_nothing(record):
    plain = to_plain(record)
    assert json.loads(json.dumps(plain)) == plain
    assert from_plain(plain) == record
    assert from_json(to_json(record)) == record
    with pytest.raises(ValueError, match="not a record"):
        from_plain({"article": 3})
    with pytest.raises(ValueError, match="not a record"):
        from_json(b"{")


def test_plover_field_names_and_values(record):
    made = event_to_dict(record, record.events[0])
    names = "id date enddate event mode context quad_code actor recipient event_loc size event_text text_info cite_info"
    assert {*names.split(), "coder"} <= set(made)
    assert "coded_date" not in made
    assert (made["date"], made["enddate"], made["event"], made["quad_code"]) == (
        "2011-05-03",
        "2011-05-03",
        ["ASSAULT"],
        4,
    )
    assert made["date_info"]["text"] == "أمس"
    assert made["size"]["dead"] == 3
    assert made["size"]["info"][1]["high"] is None
    assert made["event_loc"][0]["country"] == "Iraq"
    assert made["event_loc"][0]["resolution"] == 4
    assert [s["kind"] for s in made["sources"]] == ["group"]
    assert made["sources"][0]["identifier_text"] == "Ministry of Defence of Iraq"
    assert made["denied_by"][0]["entity_text"] == "المجلس المحلي"


def test_every_offset_points_at_its_words(record):
    text = record.article.text

    def check(node):
        if isinstance(node, list):
            return sum(map(check, node))
        if not isinstance(node, dict):
            return 0
        words = node.get("entity_text") or node.get("text") or node.get("extracted_place")
        if words and isinstance(node.get("start"), int) and "low" not in node:
            assert text[node["start"] : node["end"]] == words
            return 1 + sum(map(check, node.values()))
        return sum(map(check, node.values()))

    assert sum(check(event_to_dict(record, e)) for e in record.events) >= 8


def test_every_event_type_has_its_quad_code():
    assert len(QUAD_CODE) == 16
    assert set(QUAD_CODE.values()) == {1, 2, 3, 4}


def test_csv_is_flat_and_whole(record):
    odd = replace(record.events[0], why=replace(record.events[0].why, entry='قتل، "ضرب"\nثم'))
    rows = list(csv.DictReader(io.StringIO("".join(to_csv([(record, odd), (record, record.events[1])])))))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["entry"] == 'قتل، "ضرب"\nثم'
    assert (rows[0]["dead"], rows[0]["injured"], rows[0]["actor_sector"], rows[0]["actor_id"]) == (
        "3",
        "10+",
        "UAF",
        "-",
    )
    assert rows[0]["source"] == "وزارة الدفاع العراقية"
    assert (rows[1]["date"], rows[1]["enddate"], rows[1]["auxiliary"]) == ("", "2011-06-01", "future|hypothetical")


def test_no_events_give_a_head_and_nothing_else():
    assert "".join(to_csv([])) == ",".join(COLUMNS) + "\n"
    assert b"".join(to_jsonl([])) == b""


def test_the_same_bytes_whatever_the_hash_seed():
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from fake_coder import make_record\n"
        "from khabar.exchange.plover import to_jsonl; from khabar.exchange.table import to_csv\n"
        "r = make_record(); p = [(r, e) for e in r.events]\n"
        "sys.stdout.buffer.write(b''.join(to_jsonl(p)) + ''.join(to_csv(p)).encode())"
    )
    tests = str(Path(__file__).parents[1])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, tests], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "12"
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 5


def test_the_page_on_formats_names_every_column_and_field() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    record = khabar.load().read("قالت الشرطة إن مسلحين قتلوا خمسة جنود في الموصل أمس.", published="2019-05-07")
    made = event_to_dict(record, record.events[0])
    names = [*COLUMNS, *CLAIM_COLUMNS, *made, *made["sources"][0], *made["actor"][0], *made["cite_info"]]
    assert not [n for n in names if f"`{n}`" not in page and n not in ("title",)]
