"""Reading comments and publishing keep every choice in another text size."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox

from teamhealth.ui.main_window import MainWindow
from teamhealth.ui.opening.comments_page import CommentsPage
from teamhealth.ui.opening.publish_page import PublishPage
from teamhealth.ui.returns.comments_page import TeamsCommentsPage
from teamhealth.ui.returns.publish_page import TeamsPublishPage
from teamhealth.ui.returns.published_page import PublishedPage
from tests.ui.look.enlarging import enlarge, note, tick
from tests.ui.office import choose, press, read_to_the_end, text
from tests.ui.scenes import states, surveys
from tests.ui.scenes.stage import come_to_rest


def test_a_lead_reading_comments_keeps_what_is_withheld_and_what_has_been_read(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.comments_long(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        first = shown.returns.currentWidget()
        assert isinstance(first, TeamsCommentsPage)
        press(shown, "comment_0_switch_withhold")
        while first.list.entries[0].isChecked():
            press(shown, "comments_go")
            come_to_rest(shown)
        withheld, states_said = first.withheld, [each.accessibleName() for each in first.list.entries]
        assert len(withheld) == 1
        enlarge(shown)
        assert QApplication.activeModalWidget() is None
        page = shown.returns.currentWidget()
        assert isinstance(page, TeamsCommentsPage)
        assert page.theme.scale == 1.15
        assert note(shown) == ""
        assert page.withheld == withheld
        assert [each.accessibleName() for each in page.list.entries] == states_said
        assert page.list.entries[1].isChecked()
        press(shown, "rail_settings")
        choose(shown, "text_size_150")
        come_to_rest(shown)
        press(shown, "rail_returns")
        come_to_rest(shown)
        again = shown.returns.currentWidget()
        assert isinstance(again, TeamsCommentsPage)
        assert again.theme.scale == 1.5
        assert again.withheld == withheld


def test_publishing_stays_with_the_comments_that_are_withheld_behind_it(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with surveys.comments(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        press(shown, "comment_1_switch_withhold")
        read_to_the_end(shown)
        come_to_rest(shown)
        said = text(shown, "publish_shown_1")
        tick(shown, "publish_sure")
        enlarge(shown)
        page = shown.surveys.currentWidget()
        assert isinstance(page, PublishPage)
        assert page.theme.scale == 1.15
        assert len(page.withheld) == 1
        assert text(shown, "publish_shown_1") == said
        assert page.findChild(QCheckBox, "publish_sure").isChecked()  # type: ignore[union-attr]
        press(shown, "publish_back")
        come_to_rest(shown)
        behind = shown.surveys.currentWidget()
        assert isinstance(behind, CommentsPage)
        assert behind.withheld == page.withheld


def test_publishing_several_teams_stays_and_leads_back_to_the_comments(
    themed_application: QApplication, tmp_path: Path
) -> None:
    with states.comments_long(tmp_path, (1366, 688)) as shown:
        assert isinstance(shown, MainWindow)
        press(shown, "comment_0_switch_withhold")
        while isinstance(shown.returns.currentWidget(), TeamsCommentsPage):
            press(shown, "comments_go")
            come_to_rest(shown)
        enlarge(shown)
        page = shown.returns.currentWidget()
        assert isinstance(page, TeamsPublishPage)
        assert page.theme.scale == 1.15
        assert len(page.withheld) == 1
        press(shown, "publish_back")
        come_to_rest(shown)
        behind = shown.returns.currentWidget()
        assert isinstance(behind, TeamsCommentsPage)
        assert behind.withheld == page.withheld
        press(shown, "comments_go")
        come_to_rest(shown)
        last = shown.returns.currentWidget()
        assert isinstance(last, TeamsPublishPage)
        tick(shown, "publish_sure")
        press(shown, "publish_go")
        come_to_rest(shown)
        assert isinstance(shown.returns.currentWidget(), PublishedPage)
