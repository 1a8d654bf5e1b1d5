"""Help on single pages of a place: what each is for, what is kept, who can see it."""

from collections.abc import Collection

from teamhealth.texts.catalogue import tr
from teamhealth.ui.help.places import PlaceHelp, place_help
from teamhealth.ui.opening.safeguarding_note import safeguarding_words


def help_for(place_id: str, shown: Collection[str]) -> PlaceHelp:
    """Return help on the page that is shown, by the names of what is, of the innermost; on the place for its first."""
    pages = page_help()
    names = [_known(place_id, name) for name in shown]
    return next((pages[name] for name in reversed(names) if name in pages), place_help(place_id))


def _known(place_id: str, name: str) -> str:
    """Return the name by which help on a page is found: pages of a theme share one."""
    plain = "theme_page" if name.startswith("detail_") else name
    return f"{place_id}/{plain}" if f"{place_id}/{plain}" in page_help() else plain


def page_help() -> dict[str, PlaceHelp]:
    """Return help by the names of pages, with the place before it where two pages share a name."""
    return {**_before(), **_collecting(), **_opening(), **_lead(), **_results(), **_afterwards()}


def _before() -> dict[str, PlaceHelp]:
    set_up = PlaceHelp(
        tr("About setting up"),
        tr("Here you choose who opens the answers, what is asked, and whom. Staff read what you chose."),
        tr("Kept on this laptop as a draft, also when you leave the page. Passphrase and PIN are in no draft."),
        tr("Whoever uses this laptop can see a draft. The passphrase is shown only while you ask for it."),
    )
    check = PlaceHelp(
        tr("About checking"),
        tr("Here you look over what you chose, and create the survey. Who opens the answers cannot change later."),
        tr("Kept from here on: the survey, and its key locked with the passphrase. The passphrase is not kept."),
        tr("Whoever uses this laptop can see what is asked and whom. There are no answers yet."),
    )
    return {
        "setup": set_up,
        "lead_setup": set_up,
        "check": check,
        "lead_check": check,
        "preview": PlaceHelp(
            tr("About the preview"),
            tr("Here you see each question as staff will see it, and may try the questionnaire."),
            tr("Nothing is kept of a trial run."),
            tr("Nobody sees what you answer in a trial run."),
        ),
        "teams_preview": PlaceHelp(
            tr("About teams from a file"),
            tr("Here you look over teams and headcounts from a file before they are taken over."),
            tr("Nothing is kept before you take them over."),
            tr("Whoever uses this laptop. Only teams and headcounts are read, never names of staff."),
        ),
    }


def _collecting() -> dict[str, PlaceHelp]:
    return {
        "collecting": PlaceHelp(
            tr("About collecting"),
            tr("Here you hand the laptop round, see how many have answered, and close the survey."),
            tr("Kept on this laptop: sealed answers in random order, and how many there are."),
            tr("You see counts only. The program keeps nothing of who answered, or when."),
        ),
        "laptop": PlaceHelp(
            tr("About a survey for a lead"),
            tr("Here you hand the laptop round, and export the sealed answers for the survey lead."),
            tr("Kept on this laptop: sealed answers in random order, which it cannot open."),
            tr("You see counts only. The survey lead sees counts until all answers are opened together."),
        ),
        "open_file": PlaceHelp(
            tr("About a survey file"),
            tr("Here you begin with a survey file: with your team in turns, or by yourself."),
            tr(
                "Kept on this laptop: the survey, once you begin with a team. Answering by yourself keeps only the "
                "sealed file that you save."
            ),
            tr("Whoever has the file sees what is asked and whom. It holds no answers."),
        ),
        "paper": PlaceHelp(
            tr("About answers on paper"),
            tr("Here answers on paper are keyed twice. Differences are settled, then all are sealed at once."),
            tr("Nothing that you key is stored until all of it is sealed. Whoever leaves before keeps nothing."),
            tr("Whoever keys sees the answers. Afterwards nobody does before opening."),
        ),
        "answers": PlaceHelp(
            tr("About answers from another program"),
            tr("Here you say which columns of a file are which questions, and seal its answers for a survey."),
            tr("Kept on this laptop: how columns were matched, and sealed answers. The file itself is not kept."),
            tr("Whoever has the file can read it. Delete it once its answers are sealed."),
        ),
    }


def _with_care(words: str) -> str:
    return f"{words} {safeguarding_words()}"


def _opening() -> dict[str, PlaceHelp]:
    comments = PlaceHelp(
        tr("About reading comments"),
        _with_care(tr("Here you withhold comments that name or plainly point to a person. You cannot change a word.")),
        tr("Your choices are not stored until you publish. Withheld comments are not published, only their number."),
        tr("You see comments without ratings, in alphabetical order. Whoever sees the results sees those shown."),
    )
    publish = PlaceHelp(
        tr("About publishing"),
        _with_care(tr("Here you see what will be shown and what stays hidden. Publishing is final.")),
        tr("Kept on this laptop: the published figures and comments. Sealed answers are destroyed after 90 days."),
        tr("Whoever uses this laptop, and whoever you give a report. Nobody sees any one person’s answers."),
    )
    return {
        "open_page": PlaceHelp(
            tr("About opening answers"),
            tr("Here the passphrase opens all answers of a closed survey together."),
            tr("Opened answers are not stored. Sealed, they stay on this laptop until 90 days after publishing."),
            tr("Nobody sees single answers. You see comments next, and group results after publishing."),
        ),
        "options_page": PlaceHelp(
            tr("About a team too small to be shown"),
            tr("Too few have answered to show anything. Here you see what you can do instead."),
            tr("Kept on this laptop: the sealed answers, until they are destroyed 90 days after closing."),
            tr("Nobody sees results of these answers. That protects the people who answered."),
        ),
        "comments_page": comments,
        "publish_page": publish,
        "keeping": PlaceHelp(
            tr("About what is kept"),
            tr(
                "Here you verify published results, destroy sealed answers before their day, and delete results whose "
                "time is over."
            ),
            tr("Kept on this laptop: sealed answers until 90 days after publishing. Results until you delete them."),
            tr("Whoever uses this laptop can see results. Only the passphrase opens answers, to verify them."),
        ),
    }


def _lead() -> dict[str, PlaceHelp]:
    return {
        "files": PlaceHelp(
            tr("About a survey’s files"),
            tr("Here you save the survey file for the laptops, the key file, and code slips."),
            tr("Kept on this laptop: the survey, and its key locked with the passphrase."),
            tr("Anybody may see the survey file. The key file opens answers only with the passphrase."),
        ),
        "adopt": PlaceHelp(
            tr("About a second survey lead"),
            tr("Here a second survey lead takes a survey over with its key file."),
            tr("Kept on this laptop: the survey, and its key locked with the passphrase."),
            tr("Whoever knows the passphrase can open returns, all together, after closing."),
        ),
        "late": PlaceHelp(
            tr("About a team that came later"),
            tr("Here your passphrase opens one team whose returns came after the others were published."),
            tr("Opened answers are not stored. Sealed, they stay on this laptop until 90 days after publishing."),
            tr("Nobody sees single answers. What was published before stays as it is."),
        ),
        "published": PlaceHelp(
            tr("About what you published"),
            tr("Here you hand results back: all of them, or each manager’s part."),
            tr("Kept on this laptop: figures and comments. Sealed answers stay until 90 days after publishing."),
            tr("Each manager sees the part that you send. Hidden teams stay hidden in every part."),
        ),
    }


def _results() -> dict[str, PlaceHelp]:
    kept = tr("Kept on this laptop if it was published here: figures and comments. A results file stays where it is.")
    return {
        "team_dashboard": PlaceHelp(
            tr("About a team’s results"),
            tr(
                "Here you see each theme with its likely range, and each question. Press Enter on a theme to look "
                "closer."
            ),
            kept,
            tr("Whoever uses this laptop, and whoever you give a report. Nobody sees any one person’s answers."),
        ),
        "theme_page": PlaceHelp(
            tr("About one theme"),
            tr("Here you see each question of the theme, as exactly as may be shown. Escape leads back."),
            kept,
            tr("Whoever uses this laptop. From 5 answers there are words, from 8 shares, from 10 full splits."),
        ),
        "results/comments_page": PlaceHelp(
            tr("About a team’s comments"),
            tr("Here are the comments that were published, word for word and in alphabetical order."),
            kept,
            tr("Whoever uses this laptop, and whoever you give a report. Who wrote one is not known."),
        ),
        "hidden_team": PlaceHelp(
            tr("About a team that is not shown"),
            tr("Too few have answered to show this team by itself. That protects those who did."),
            tr("Kept in the results: that the team is not shown. They hold no figures of it."),
            tr("Nobody sees results of these answers alone. They may count where several teams stand together."),
        ),
        "quality_page": PlaceHelp(
            tr("About the quality of the questionnaire"),
            tr("Here you see how well the questions of each theme go together, and how many were left out."),
            kept,
            tr("Whoever uses this laptop. These figures are about questions, never about a team or a person."),
        ),
        "area_page": PlaceHelp(
            tr("About results of many teams"),
            tr("Here you see a service’s teams together, and go to each team that is shown."),
            kept,
            tr("Whoever uses this laptop. Small teams are counted together, and only where that is safe."),
        ),
    }


def _afterwards() -> dict[str, PlaceHelp]:
    plan = PlaceHelp(
        tr("About a team’s plan"),
        tr("Here each concern becomes an action: what, whose role, by when, and how you will know."),
        tr("Kept on this laptop: what you write here. Owners are roles, not names."),
        tr("Whoever uses this laptop, and whoever is sent the plan. It holds published figures only."),
    )
    return {
        "plan_page": plan,
        "action_page": plan,
        "workforce_entry": PlaceHelp(
            tr("About entering workforce figures"),
            tr("Here you type vacancies, leavers and other counts of a service or team on a day."),
            tr("Kept on this laptop: the counts. Absence is kept for services only, never for a team."),
            tr("Whoever uses this laptop. A team of fewer than 5 people is shown with its service only."),
        ),
        "workforce/preview": PlaceHelp(
            tr("About figures from a file"),
            tr("Here you look over counts from a file before they are taken in."),
            tr("Nothing is kept before you take them in."),
            tr("Whoever uses this laptop. No figure is about one person."),
        ),
        "units_page": PlaceHelp(
            tr("About teams and services"),
            tr("Here you say that teams merged, closed, moved or changed their names."),
            tr("Kept on this laptop: names of teams and services, and what became of them."),
            tr("Whoever uses this laptop. The next round’s results tell the change, with the old names."),
        ),
    }
