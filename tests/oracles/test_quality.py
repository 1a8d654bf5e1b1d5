"""Quality figures against psych and multilevel."""

import numpy as np
import pytest

from teamhealth.analysis.one_factor import one_factor_loadings
from teamhealth.analysis.quality import DomainAnswers, domain_quality
from tests.oracles.r import answer, kept, table


def _figures(name: str) -> list[float]:
    return [float(figure) for found, figure in kept("answers") if found == name]


def _figure(name: str) -> float:
    (figure,) = _figures(name)
    return figure


def test_quality_agrees_with_psych_and_multilevel() -> None:
    teams, steps = table("answers")
    nobody = np.zeros(steps.shape, dtype=bool)
    found = domain_quality(DomainAnswers(teams, steps, nobody, nobody, 25 * (steps.mean(axis=1) - 1)))
    assert found is not None
    assert found.team_share is not None
    assert found.alpha == pytest.approx(_figure("alpha"), abs=1e-9)
    assert found.omega == pytest.approx(_figure("omega"), abs=1e-8)
    assert found.omega == pytest.approx(_figure("omega_to_the_end"), abs=1e-9)
    assert found.agreement == pytest.approx(_figure("r_wg_j"), abs=1e-9)
    assert found.team_share.single == pytest.approx(_figure("icc1"), abs=1e-9)
    assert found.team_share.mean == pytest.approx(_figure("icc2"), abs=1e-9)
    assert [item and item.item_rest for item in found.items] == pytest.approx(_figures("item_rest"), abs=1e-9)
    correlations = np.array(np.corrcoef(steps, rowvar=False))
    assert one_factor_loadings(correlations) == pytest.approx(np.array(_figures("loading")), abs=1e-5)


def test_the_kept_figures_are_what_r_says() -> None:
    said = answer("quality", "answers", "psych", "GPArotation", "multilevel")
    assert [name for name, _ in said] == [name for name, _ in kept("answers")]
    assert [float(figure) for _, figure in said] == pytest.approx(
        [float(figure) for _, figure in kept("answers")], abs=1e-8
    )
