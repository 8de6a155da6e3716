"""The papers of a move-in as two offices would fill them."""

import datetime as dt
from types import ModuleType

from desk.domain.move_in_rule import Arrival, Holder
from desk.printing.form import FormData
from desk.printing.forms import (
    authorisation,
    document_list,
    materials_receipt,
    move_in_agreement,
    move_in_notice,
    owner_card,
    owner_registration,
)
from desk.printing.forms.authorisation import Authorisation, Letter
from desk.printing.forms.document_list import DocumentList, ListedDocument
from desk.printing.forms.materials_receipt import Material, MaterialsReceipt
from desk.printing.forms.move_in_agreement import Agreement, MoveInAgreement
from desk.printing.forms.move_in_notice import MoveInNotice, ToBring
from desk.printing.forms.owner_card import CardMember, CardPaper, OwnerCard
from desk.printing.forms.owner_registration import Member, OwnerRegistration, Pet, Vehicle
from tests.printing.samples import JOBS, RARE

FORMS: dict[str, ModuleType] = {
    "owner_registration": owner_registration,
    "owner_card": owner_card,
    "move_in_agreement": move_in_agreement,
    "materials_receipt": materials_receipt,
    "document_list": document_list,
    "move_in_notice": move_in_notice,
    "authorisation": authorisation,
}

OWNER, AGENT = "郭" + RARE, "李大文"
NUMBER = "M2026-000008"

WORDS = {
    "zh_Hant": {
        "room": "A座12樓B室",
        "owner": "業主",
        "person": "自然人",
        "identity": "身份證 …123(4)",
        "address": "臺北市大安區和平東路二段 100 號 5 樓",
        "wife": "妻",
        "son": "子",
        "wife_name": "陳淑芬",
        "son_name": "郭子謙",
        "car": "豐田，銀色",
        "space": "B2-118",
        "dog": "柴犬（豆豆）",
        "contact": "陳志強",
        "brother": "妻舅",
        "clerk": "陳美玲",
        "service": "前期物業服務協議",
        "renovation": "房屋裝修管理協議",
        "terms": "一、乙方按照約定提供共用部位及共用設施設備的維護、清潔、綠化及秩序維護服務。\n"
        "二、甲方按時繳納物業服務費，並遵守業主臨時管理規約。\n"
        "三、甲方裝修房屋應事先向乙方申報，簽訂《房屋裝修管理協議》後方可施工。\n"
        "四、任何一方違反約定，應承擔相應責任；協商不成，提交房屋所在地法院處理。",
        "handbook": "業主（住戶）手冊",
        "guide": "業主裝修須知",
        "book": "綠色封面",
        "notice": "入住通知書",
        "contract": "買賣合約",
        "card": "業主身份證或護照",
        "seen": "已驗",
        "kept": "已留",
        "owed": "尚缺",
        "true": "真實",
        "missing": "買賣合約：請帶副本",
        "photo": "常住人員彩色照片：郭子謙",
        "office": "A 座大堂管理服務中心，每日 09:00–18:00",
        "keys": "住宅大門 4、信箱 2",
        "hours": "09:30–11:30",
        "remark": "請一併攜帶印章。",
        "company": "永安貿易有限公司",
        "licence": "營業執照 …5678",
        "head": "董事長",
    },
    "zh_Hans": {
        "room": "3栋2单元1201室",
        "owner": "业主",
        "person": "自然人",
        "identity": "身份证 …1234",
        "address": "广州市天河区体育东路 100 号 5 楼",
        "wife": "妻",
        "son": "子",
        "wife_name": "陈淑芬",
        "son_name": "郭子谦",
        "car": "丰田，银色",
        "space": "B2-118",
        "dog": "柴犬（豆豆）",
        "contact": "陈志强",
        "brother": "妻兄",
        "clerk": "陈美玲",
        "service": "前期物业服务协议",
        "renovation": "房屋装修管理协议",
        "terms": "一、乙方按照约定提供共用部位及共用设施设备的维护、清洁、绿化及秩序维护服务。\n"
        "二、甲方按时交纳物业服务费，并遵守业主临时管理规约。\n"
        "三、甲方装修房屋应事先向乙方申报，签订《房屋装修管理协议》后方可施工。\n"
        "四、任何一方违反约定，应承担相应责任；协商不成，提交房屋所在地法院处理。",
        "handbook": "业主（住户）手册",
        "guide": "业主装修须知",
        "book": "绿色封面",
        "notice": "入住通知书",
        "contract": "购房合同",
        "card": "业主身份证或护照",
        "seen": "已验",
        "kept": "已留",
        "owed": "尚缺",
        "true": "真实",
        "missing": "购房合同：请带复印件",
        "photo": "常住人员彩色照片：郭子谦",
        "office": "3栋一楼物业服务中心，每天 09:00–18:00",
        "keys": "入户门 4、信报箱 2",
        "hours": "09:30–11:30",
        "remark": "请一并携带印章。",
        "company": "永安贸易有限公司",
        "licence": "营业执照 …5678",
        "head": "董事长",
    },
}
DAY = dt.date(2026, 11, 21)
AT = dt.datetime(2026, 11, 21, 1, 30, tzinfo=dt.UTC)


def registration(language: str) -> OwnerRegistration:
    """A family of three that moves in itself."""
    said = WORDS[language]
    return OwnerRegistration(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008Y0A",
        unit=said["room"],
        arrival=Arrival.OWNER,
        holder=Holder.PERSON,
        arrives_on=DAY,
        owner=OWNER,
        identity=said["identity"],
        phone="9123 4567",
        email="kwok@example.com",
        address=said["address"],
        agent=AGENT,
        agent_phone="6123 4567",
        members=(
            Member(OWNER, said["owner"], "9123 4567", said["identity"]),
            Member(said["wife_name"], said["wife"], "9123 4568"),
            Member(said["son_name"], said["son"]),
        ),
        vehicles=(Vehicle("AB 1234", said["car"], said["space"]),),
        pets=(Pet(said["dog"], "900085001234567"),),
        emergency=said["contact"],
        emergency_relation=said["brother"],
        emergency_phone="9876 5432",
        taken_by=said["clerk"],
    )


def card(language: str) -> OwnerCard:
    """The same family in the drawer."""
    said = WORDS[language]
    return OwnerCard(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008ZA0K",
        unit=said["room"],
        owner=OWNER,
        holder=said["person"],
        phone="9123 4567",
        email="kwok@example.com",
        address=said["address"],
        agent=AGENT,
        emergency=f"{said['contact']} 9876 5432",
        arrives_on=DAY,
        members=(
            CardMember(OWNER, said["owner"], "9123 4567"),
            CardMember(said["wife_name"], said["wife"], "9123 4568"),
            CardMember(said["son_name"], said["son"]),
        ),
        vehicles="AB 1234",
        pets=said["dog"],
        keys=said["keys"],
        papers=(
            CardPaper(said["contract"], DAY),
            CardPaper(said["service"], DAY),
            CardPaper(said["renovation"]),
        ),
    )


def agreement(language: str) -> MoveInAgreement:
    """Two agreements: the estate wrote the first, the other's text is attached."""
    said = WORDS[language]
    return MoveInAgreement(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008ZD0R",
        unit=said["room"],
        owner=OWNER,
        identity=said["identity"],
        phone="9123 4567",
        agent=AGENT,
        agreements=(
            Agreement(said["service"], said["terms"]),
            Agreement(said["renovation"], "", OWNER, DAY),
        ),
        by=said["clerk"],
    )


def materials(language: str) -> MaterialsReceipt:
    """Handbook and guide."""
    said = WORDS[language]
    return MaterialsReceipt(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008ZE0X",
        unit=said["room"],
        owner=OWNER,
        receiver=AGENT,
        phone="9123 4567",
        received_on=DAY,
        materials=(Material(said["handbook"], 1, said["book"]), Material(said["guide"], 1)),
        handed_over_by=said["clerk"],
    )


def documents(language: str) -> DocumentList:
    """Two papers are there, a copy and a photo are missing."""
    said = WORDS[language]
    return DocumentList(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008ZF04",
        unit=said["room"],
        resident=OWNER,
        arrival=f"{said['owner']}（{said['person']}）",
        at=AT,
        documents=(
            ListedDocument(said["notice"], said["seen"], said["kept"], said["true"], said["clerk"]),
            ListedDocument(
                said["contract"], said["seen"], said["owed"], said["true"], said["clerk"]
            ),
            ListedDocument(said["card"], said["seen"], said["kept"], said["true"], said["clerk"]),
        ),
        missing=(said["missing"], said["photo"]),
        office=said["office"],
        by=said["clerk"],
    )


def notice(language: str) -> MoveInNotice:
    """The letter before the day."""
    said = WORDS[language]
    return MoveInNotice(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008ZG0A",
        unit=said["room"],
        resident=OWNER,
        arrives_on=DAY,
        hours=said["hours"],
        place=said["office"],
        phone="2345 6789",
        documents=(
            ToBring(said["notice"], True, 1),
            ToBring(said["contract"], True, 1),
            ToBring(said["card"], True, 1),
            ToBring(said["photo"], False, 1),
        ),
        remark=said["remark"],
        by=said["clerk"],
        issued_on=dt.date(2026, 11, 7),
    )


def authority(language: str) -> Authorisation:
    """A company that sends somebody: its letter and the proof of its representative."""
    said = WORDS[language]
    return Authorisation(
        job=JOBS[language],
        number=NUMBER,
        scan_code="M2026000008ZH0G",
        letters=(Letter.COMPANY, Letter.REPRESENTATIVE),
        unit=said["room"],
        principal=said["company"],
        principal_id=said["licence"],
        principal_phone="2345 6789",
        representative=OWNER,
        representative_post=said["head"],
        agent=AGENT,
        agent_id=said["identity"],
        agent_phone="6123 4567",
        since=DAY,
        until=dt.date(2026, 12, 31),
    )


_FILLED = {
    "owner_registration": registration,
    "owner_card": card,
    "move_in_agreement": agreement,
    "materials_receipt": materials,
    "document_list": documents,
    "move_in_notice": notice,
    "authorisation": authority,
}


def filled(form: str, language: str) -> FormData:
    """The form's sample in a language."""
    return _FILLED[form](language)


def empty(form: str, language: str) -> FormData:
    """The form's data without values."""
    data: FormData = FORMS[form].FORM.data(job=JOBS[language])
    return data
