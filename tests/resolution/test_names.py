"""When two spellings are surely one name."""

from bangiao.resolution.names import best_spelling, name_key, person_id, plain


def test_case_tone_marks_and_spaces_do_not_part_a_name() -> None:
    assert name_key("Nguyễn Văn Hoà") == name_key("NGUYỄN  VĂN HÒA")
    assert name_key("V.Pu-tin") == name_key("V. Pu–tin")


def test_a_syllable_a_mark_or_a_side_parts_people() -> None:
    ids = {
        person_id(*one) for one in (("Trần Mai", "VN"), ("Trần Mãi", "VN"), ("Trần Thị Mai", "VN"), ("Trần Mai", "LA"))
    }
    assert len(ids) == 4


def test_letters_without_marks() -> None:
    assert plain("Đỗ Mười") == "do muoi"


def test_the_spelling_to_show() -> None:
    assert best_spelling(["HOÀ BÌNH", "Hoà Bình", "Hòa Bình"]) == "Hòa Bình"
