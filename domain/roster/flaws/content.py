"""Flaws of the columns, rows, cells and references of a file, and of what they mean together."""

from domain.roster.flaws import eased, noted, refused

# Columns

COLUMN_MISSING = refused(
    "column_missing",
    "Een verplichte kolom ontbreekt.",
    "Une colonne obligatoire manque.",
    "A required column is missing.",
)
OPTIONAL_COLUMN_MISSING = eased(
    "optional_column_missing",
    "Deze kolom ontbreekt. Ze mag leeg zijn, maar moet er staan.",
    "Cette colonne manque. Elle peut être vide, mais doit être présente.",
    "This column is missing. It may be empty, but must be there.",
)
UNKNOWN_COLUMN = eased(
    "unknown_column",
    "OneRoster kent deze kolom niet. Eigen kolommen beginnen met metadata.",
    "OneRoster ne connaît pas cette colonne. Les colonnes propres commencent par metadata.",
    "OneRoster does not know this column. Columns of your own start with metadata.",
)
COLUMN_TWICE = refused(
    "column_twice",
    "Deze kolom staat er meer dan één keer.",
    "Cette colonne figure plus d'une fois.",
    "This column is there more than once.",
)
COLUMN_CASE = eased(
    "column_case",
    "Hoofdletters, kleine letters of spaties in de kolomnaam kloppen niet.",
    "Les majuscules, minuscules ou espaces du nom de la colonne ne sont pas corrects.",
    "Upper case, lower case or spaces in the column name are not right.",
)
COLUMN_ORDER = eased(
    "column_order",
    "De kolommen staan niet in de volgorde van OneRoster.",
    "Les colonnes ne sont pas dans l'ordre de OneRoster.",
    "The columns are not in the order of OneRoster.",
)
BLANK_COLUMN = eased(
    "blank_column",
    "Een kolom heeft geen naam.",
    "Une colonne n'a pas de nom.",
    "A column has no name.",
)
TOO_MANY_COLUMNS = refused(
    "too_many_columns",
    "Deze rij heeft te veel kolommen.",
    "Cette ligne a trop de colonnes.",
    "This row has too many columns.",
)

# Rows

NO_ROWS = eased(
    "no_rows",
    "Dit bestand bevat geen gegevens. Zet het in het manifest op absent.",
    "Ce fichier ne contient pas de données. Indiquez absent dans le manifeste.",
    "This file holds no data. Set it to absent in the manifest.",
)
BLANK_ROW = eased(
    "blank_row",
    "Deze rij is leeg.",
    "Cette ligne est vide.",
    "This row is empty.",
)
SHORT_ROW = eased(
    "short_row",
    "Deze rij heeft minder cellen dan er kolommen zijn.",
    "Cette ligne a moins de cellules qu'il n'y a de colonnes.",
    "This row has fewer cells than there are columns.",
)
BLANK_CELLS = eased(
    "blank_cells",
    "Deze rij heeft lege cellen voorbij de laatste kolom.",
    "Cette ligne a des cellules vides au-delà de la dernière colonne.",
    "This row has empty cells beyond the last column.",
)
LONG_ROW = refused(
    "long_row",
    "Deze rij heeft meer cellen dan er kolommen zijn.",
    "Cette ligne a plus de cellules qu'il n'y a de colonnes.",
    "This row has more cells than there are columns.",
)
LINE_BREAK = eased(
    "line_break",
    "In deze cel staat een regeleinde.",
    "Cette cellule contient un retour à la ligne.",
    "This cell holds a line break.",
)

# Cells

MISSING_VALUE = refused(
    "missing_value",
    "Hier moet iets ingevuld zijn.",
    "Une valeur est obligatoire ici.",
    "A value is required here.",
)
TOO_LONG = refused(
    "too_long",
    "Deze waarde is langer dan 255 tekens.",
    "Cette valeur dépasse 255 caractères.",
    "This value is longer than 255 characters.",
)
STRAY_SPACE = eased(
    "stray_space",
    "Voor of na deze waarde staat een spatie.",
    "Un espace précède ou suit cette valeur.",
    "There is a space before or after this value.",
)
VALUE_CASE = eased(
    "value_case",
    "Hoofdletters en kleine letters in deze waarde kloppen niet.",
    "Les majuscules et minuscules de cette valeur ne sont pas correctes.",
    "Upper and lower case in this value are not right.",
)
UNKNOWN_VALUE = refused(
    "unknown_value",
    "OneRoster kent deze waarde hier niet.",
    "OneRoster ne connaît pas cette valeur ici.",
    "OneRoster does not know this value here.",
)
BAD_DATE = refused(
    "bad_date",
    "Dit is geen datum zoals 2026-09-01.",
    "Ceci n'est pas une date telle que 2026-09-01.",
    "This is not a date such as 2026-09-01.",
)
BAD_DATETIME = refused(
    "bad_datetime",
    "Dit is geen tijdstip zoals 2026-09-01T08:30:00.000Z.",
    "Ceci n'est pas un instant tel que 2026-09-01T08:30:00.000Z.",
    "This is not a moment such as 2026-09-01T08:30:00.000Z.",
)
DATETIME_WITHOUT_ZONE = eased(
    "datetime_without_zone",
    "Bij dit tijdstip ontbreekt de tijdzone. Het is als UTC gelezen.",
    "Le fuseau horaire manque. L'instant a été lu en UTC.",
    "This moment lacks a time zone. It was read as UTC.",
)
BAD_YEAR = refused(
    "bad_year",
    "Dit is geen jaartal van vier cijfers.",
    "Ceci n'est pas une année de quatre chiffres.",
    "This is not a year of four digits.",
)
BLANK_ITEM = eased(
    "blank_item",
    "Deze lijst bevat een leeg onderdeel.",
    "Cette liste contient un élément vide.",
    "This list holds an empty item.",
)
BAD_ITEM = refused(
    "bad_item",
    "De aanhalingstekens in deze lijst kloppen niet.",
    "Les guillemets de cette liste ne sont pas corrects.",
    "The quotation marks in this list are not right.",
)
FILLED_IN_BULK = eased(
    "filled_in_bulk",
    "Deze kolom moet leeg zijn in een bestand dat bulk is.",
    "Cette colonne doit être vide dans un fichier bulk.",
    "This column must be empty in a file that is bulk.",
)
DATES_REVERSED = refused(
    "dates_reversed",
    "De einddatum valt voor de begindatum.",
    "La date de fin précède la date de début.",
    "The end date comes before the start date.",
)
UNKNOWN_LANGUAGE = noted(
    "unknown_language",
    "Dit is geen taalcode zoals nl, fr of ar. De taal is niet overgenomen.",
    "Ceci n'est pas un code de langue tel que nl, fr ou ar. La langue n'a pas été reprise.",
    "This is not a language code such as nl, fr or ar. The language was not taken over.",
)

# References and meaning

DUPLICATE_ID = refused(
    "duplicate_id",
    "Deze sourcedId komt in dit bestand al voor.",
    "Ce sourcedId existe déjà dans ce fichier.",
    "This sourcedId is already in this file.",
)
DANGLING_REFERENCE = refused(
    "dangling_reference",
    "Deze verwijzing bestaat niet in het andere bestand.",
    "Cette référence n'existe pas dans l'autre fichier.",
    "This reference does not exist in the other file.",
)
REFERENCED_FILE_ABSENT = eased(
    "referenced_file_absent",
    "Deze kolom verwijst naar een bestand dat er niet bij zit.",
    "Cette colonne renvoie à un fichier qui n'est pas joint.",
    "This column refers to a file that is not there.",
)
USER_WITHOUT_ROLE = eased(
    "user_without_role",
    "Deze persoon heeft geen rol.",
    "Cette personne n'a pas de rôle.",
    "This person has no role.",
)
AGENT_UNCLEAR = noted(
    "agent_unclear",
    "Uit de rollen blijkt niet wie van beiden de leerling is. Het verband is niet overgenomen.",
    "Les rôles ne disent pas lequel des deux est l'élève. Le lien n'a pas été repris.",
    "The roles do not tell which of the two is the student. The link was not taken over.",
)
AGENT_WITHOUT_ROLE = noted(
    "agent_without_role",
    "Deze volwassene heeft niet de rol ouder, voogd of familielid. Het verband is gelezen als voogd.",
    "Cet adulte n'a pas le rôle de parent, de tuteur ou de proche. Le lien a été lu comme tuteur.",
    "This adult does not have the role of parent, guardian or relative. The link was read as guardian.",
)
