"""Write `corpus/pages/`: the reports of `corpus/reports/` in pages built as Arabic outlets build theirs.

`python tools/make_pages.py` writes every NAME.html with NAME.toml beside it; `--check` only says which differ.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from page_layouts import LAYOUTS
from page_others import OTHERS
from page_parts import OUTLETS, Story, Written, days_date

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "corpus" / "pages"
AUTHORS = (
    ("سامر الحلبي",), ("هدى عبد الرحمن", "كريم منصور"), ("ليلى بن يوسف",), ("ناصر العمري",), ("رنا الخطيب", "وائل زيدان"),
    ("يوسف المرابط",), ("منى الشريف",),
)  # fmt: skip
AGENCIES = ("رويترز", "أ ف ب", "د ب أ", "شينخوا", "الأناضول")


def stories() -> list[Story]:
    """One story a report, each with authors, an outlet and the hour of its publication."""
    found: list[Story] = []
    for number, path in enumerate(sorted((ROOT / "corpus" / "reports").glob("a-*.toml"))):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        lines = [line.strip() for line in raw["text"].strip().splitlines() if line.strip()]
        others = f"خبر قديم رقم {number}"
        found.append(
            Story(
                path.stem.split("-", 2)[2], raw["headline"], lines, AUTHORS[number % len(AUTHORS)],
                days_date(raw["published"], 6 + number % 15, (number * 7) % 60), raw.get("dateline", "القاهرة"),
                AGENCIES[number % len(AGENCIES)], OUTLETS[number % len(OUTLETS)], others,
            )
        )  # fmt: skip
    heads = [s.headline for s in found]
    for number, story in enumerate(found):
        story.related = [heads[(number + step) % len(heads)] for step in (3, 7, 11, 17, 23)]
    return found


def toml(page: Written) -> str:
    """The right article of a page, or what the page is instead."""
    if page.refused:
        return f'layout = "{page.layout}"\nrefused = "{page.refused}"\n'
    lines = [f'layout = "{page.layout}"', f"headline = {_string(page.headline)}"]
    lines += [f"byline = [{', '.join(map(_string, page.byline))}]", f'published = "{page.published}"']
    lines += [f"dateline = {_string(page.dateline)}", f"agencies = [{', '.join(map(_string, page.agencies))}]"]
    return "\n".join([*lines, "paragraphs = [", *(f"    {_string(p)}," for p in page.paragraphs), "]", ""])


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pages() -> dict[str, bytes]:
    """Every file of the folder: its name, and its bytes."""
    files: dict[str, bytes] = {}
    told = stories()
    for number in range(3 * len(LAYOUTS)):
        layout = LAYOUTS[number % len(LAYOUTS)]
        story = told[number % len(told)]
        page = layout(story, number // len(LAYOUTS))
        name = f"{page.layout}-{number // len(LAYOUTS) + 1}"
        files[f"{name}.html"], files[f"{name}.toml"] = page.data, toml(page).encode()
    for make in OTHERS:
        page = make(told)
        files[f"not-{page.layout}.html"], files[f"not-{page.layout}.toml"] = page.data, toml(page).encode()
    return files


def main() -> int:
    """Write or check; the exit status is the number of files that differ under `--check`."""
    made = pages()
    there = {p.name for p in TARGET.iterdir()} if TARGET.is_dir() else set()
    wrong = [n for n, data in made.items() if n not in there or (TARGET / n).read_bytes() != data]
    wrong += sorted(there - set(made))
    if "--check" in sys.argv[1:]:
        print("\n".join(wrong) or f"{len(made)} files agree")
        return len(wrong)
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (TARGET / name).write_bytes(data)
    print(f"{len(made)} files, {len(wrong)} of them new or changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
