from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from timeline_app.models.palette_model import Offer, OfferKind, PaletteModel


@pytest.fixture
def model(app: QApplication) -> PaletteModel:
    model = PaletteModel()
    model.set_offers(
        [
            Offer(OfferKind.COMMAND, "Redo", "Edit", "redo", "Ctrl+Y", 0.5),
            Offer(OfferKind.COMMAND, "Redate", "Event", "redate", "", 0.5),
            Offer(OfferKind.VIEW, "Red ports", "saved view", "ports", weight=0.5),
            Offer(OfferKind.PARTICIPANT, "Red Cross", "Organisations", 7, weight=0.9),
            Offer(OfferKind.PARTICIPANT, "Red Crescent", "Organisations", 8, weight=0.1),
        ]
    )
    return model


def names(model: PaletteModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_without_letters_the_commands_are_offered(model: PaletteModel) -> None:
    model.set_letters("")
    assert names(model) == ["Redo", "Redate"]


def test_letters_find_names_of_every_sort(model: PaletteModel) -> None:
    model.set_letters("red")
    assert set(names(model)) == {"Redo", "Redate", "Red ports", "Red Cross", "Red Crescent"}
    assert names(model).index("Red Cross") < names(model).index("Red Crescent")


def test_what_letters_make_by_themselves_stands_first(model: PaletteModel) -> None:
    model.set_letters("red", [Offer(OfferKind.DATE, "Go to 1917", "date", None)])
    assert names(model)[0] == "Go to 1917"


def test_an_offer_is_spoken_with_its_keys(model: PaletteModel) -> None:
    model.set_letters("redo")
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Redo, Edit, Ctrl+Y"


def test_who_is_met_often_is_found_by_the_last_name_before_a_rare_namesake(model: PaletteModel) -> None:
    model.set_offers(
        [
            Offer(OfferKind.PARTICIPANT, "Putin", "person", 1, weight=0.1),
            Offer(OfferKind.PARTICIPANT, "Vladimir Putin", "person", 2, weight=0.8),
            Offer(OfferKind.COMMAND, "Put away", "View", "put", weight=0.5),
        ]
    )
    model.set_letters("putin")
    assert names(model) == ["Vladimir Putin", "Putin"]
    model.set_letters("put")
    assert names(model)[0] == "Put away"
