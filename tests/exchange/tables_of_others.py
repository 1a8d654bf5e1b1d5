"""Tables as others publish them."""

from pathlib import Path

INDICATORS = Path(__file__).parent / "tables" / "indicators.csv"
