"""Take the fingerprints anew: `python -m tests.fingerprints.refresh`. Say what moved in CHANGELOG.md, under Results
change.
"""

from __future__ import annotations

import json

from tests.fingerprints.taking import FILE, SCENARIOS, kept, taken


def main() -> None:
    """Write the file and print what moved."""
    before, now = kept(), {name: taken(name) for name in SCENARIOS}
    FILE.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    for name, found in now.items():
        print(f"{name}: {moved(before.get(name), found)}")


def moved(before: dict | None, now: dict) -> str:
    """What differs between two fingerprints, in words."""
    if before is None:
        return "new"
    if before == now:
        return "unchanged"
    pairs = [(key, before["read"].get(key), value) for key, value in now["read"].items()]
    said = [f"{key} {old} → {new}" for key, old, new in pairs if str(old) != str(new)]
    return "; ".join(said) or "moved, but not in the values that are shown"


if __name__ == "__main__":
    main()
