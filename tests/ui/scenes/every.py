"""Every scene there is, by its name."""

from tests.ui.scenes import questionnaire, results, states, surveys
from tests.ui.scenes.stage import Scene

SCENES: dict[str, Scene] = {
    "home-empty": surveys.home_empty,
    "home": surveys.home,
    "set-up": surveys.set_up_empty,
    "set-up-errors": surveys.set_up_errors,
    "collecting": surveys.collecting,
    **{name: questionnaire.page(go) for name, go in questionnaire.PAGES.items()},
    "opening": surveys.opening,
    "opening-refused": surveys.opening_refused,
    "comments": surveys.comments,
    "kept": surveys.kept,
    "results-empty": results.results_empty,
    "results": results.results,
    "dashboard-4": results.dashboard(4),
    "dashboard-6": results.dashboard(6),
    "dashboard-8": results.dashboard(8),
    "dashboard-12": results.dashboard(12),
    "theme-12": results.theme(12),
    "tables-12": results.tables(12),
    "compare-empty": results.place("compare"),
    "compare": results.compare,
    "trends-empty": results.place("trends"),
    "trends": results.trends,
    "plans-empty": results.place("plans"),
    "plans": results.plans,
    "plan": results.plan_page,
    "workforce": results.workforce,
    "workforce-known": results.workforce_known,
    "returns-empty": results.returns_empty,
    "returns": results.returns,
    "settings": results.place("settings"),
    "help": results.place("help"),
    **states.SCENES,
}
