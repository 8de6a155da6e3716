"""What waits among the keys: loans that should be back, and losses that are open."""

from desk.models.lists import key_loan as key_loan_list
from desk.models.lists import key_loss as key_loss_list
from desk.services.workplace import Workplace

MOST = 100


def waiting(workplace: Workplace) -> int:
    """How many, up to a hundred of each."""
    now = workplace.now()
    with workplace.reading() as reader:
        late = key_loan_list.overdue(reader, now, MOST)
        return len(late) + len(key_loss_list.open_losses(reader, MOST))
