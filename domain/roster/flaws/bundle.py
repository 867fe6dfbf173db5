"""Flaws of the zip, of its manifest and of the text of a file, before any cell is looked at."""

from domain.roster.flaws import eased, noted, refused

# The zip

NOT_A_ZIP = refused(
    "not_a_zip",
    "Dit bestand is geen leesbare zip.",
    "Ce fichier n'est pas un zip lisible.",
    "This file is not a readable zip.",
)
BUNDLE_TOO_LARGE = refused(
    "bundle_too_large",
    "Het zipbestand is te groot.",
    "Le fichier zip est trop volumineux.",
    "The zip file is too large.",
)
TOO_MANY_ENTRIES = refused(
    "too_many_entries",
    "De zip bevat te veel bestanden.",
    "Le zip contient trop de fichiers.",
    "The zip holds too many files.",
)
UNPACKED_TOO_LARGE = refused(
    "unpacked_too_large",
    "Uitgepakt zijn de bestanden samen te groot.",
    "Une fois décompressés, les fichiers sont trop volumineux.",
    "Unpacked, the files are too large together.",
)
PACKED_TOO_TIGHTLY = refused(
    "packed_too_tightly",
    "Dit bestand is verdacht sterk gecomprimeerd.",
    "Ce fichier est compressé de façon suspecte.",
    "This file is packed suspiciously tightly.",
)
UNSAFE_PATH = refused(
    "unsafe_path",
    "Een naam in de zip wijst buiten de zip.",
    "Un nom dans le zip désigne un emplacement extérieur au zip.",
    "A name in the zip points outside the zip.",
)
NESTED_FOLDER = refused(
    "nested_folder",
    "De CSV-bestanden moeten los in de zip zitten, niet in een map.",
    "Les fichiers CSV doivent se trouver à la racine du zip, pas dans un dossier.",
    "The CSV files must be at the top of the zip, not in a folder.",
)
SYMLINK_ENTRY = refused(
    "symlink_entry",
    "De zip bevat een snelkoppeling in plaats van een bestand.",
    "Le zip contient un lien au lieu d'un fichier.",
    "The zip holds a link instead of a file.",
)
ENCRYPTED_ENTRY = refused(
    "encrypted_entry",
    "De zip is met een wachtwoord beveiligd.",
    "Le zip est protégé par un mot de passe.",
    "The zip is protected with a password.",
)
UNSUPPORTED_COMPRESSION = refused(
    "unsupported_compression",
    "Dit bestand is gecomprimeerd op een manier die niet gelezen kan worden. Gebruik Deflate.",
    "Ce fichier est compressé d'une façon qui ne peut pas être lue. Utilisez Deflate.",
    "This file is compressed in a way that cannot be read. Use Deflate.",
)
DUPLICATE_ENTRY = refused(
    "duplicate_entry",
    "Dit bestand zit meer dan één keer in de zip.",
    "Ce fichier figure plus d'une fois dans le zip.",
    "This file is in the zip more than once.",
)
DAMAGED_ENTRY = refused(
    "damaged_entry",
    "Dit bestand is beschadigd of afgebroken.",
    "Ce fichier est endommagé ou tronqué.",
    "This file is damaged or cut off.",
)
UNKNOWN_FILE = eased(
    "unknown_file",
    "De zip bevat een bestand dat OneRoster niet kent.",
    "Le zip contient un fichier que OneRoster ne connaît pas.",
    "The zip holds a file that OneRoster does not know.",
)
FILE_NAME_CASE = eased(
    "file_name_case",
    "Hoofdletters en kleine letters in de bestandsnaam kloppen niet.",
    "Les majuscules et minuscules du nom de fichier ne sont pas correctes.",
    "Upper and lower case in the file name are not right.",
)

TOO_MANY_FINDINGS = refused(
    "too_many_findings",
    "Er is zoveel mis dat het lezen gestopt is.",
    "Il y a tant de problèmes que la lecture s'est arrêtée.",
    "So much is wrong that reading stopped.",
)

# The manifest

MANIFEST_MISSING = refused(
    "manifest_missing",
    "manifest.csv ontbreekt.",
    "manifest.csv manque.",
    "manifest.csv is missing.",
)
MANIFEST_PROPERTY_MISSING = eased(
    "manifest_property_missing",
    "Deze eigenschap ontbreekt in het manifest.",
    "Cette propriété manque dans le manifeste.",
    "This property is missing from the manifest.",
)
MANIFEST_PROPERTY_UNKNOWN = noted(
    "manifest_property_unknown",
    "OneRoster kent deze eigenschap van het manifest niet.",
    "OneRoster ne connaît pas cette propriété du manifeste.",
    "OneRoster does not know this property of the manifest.",
)
MANIFEST_PROPERTY_TWICE = refused(
    "manifest_property_twice",
    "Deze eigenschap staat meer dan één keer in het manifest.",
    "Cette propriété figure plus d'une fois dans le manifeste.",
    "This property is in the manifest more than once.",
)
MANIFEST_VERSION = eased(
    "manifest_version",
    "De versie van het manifest moet 1.0 zijn.",
    "La version du manifeste doit être 1.0.",
    "The version of the manifest must be 1.0.",
)
UNSUPPORTED_VERSION = refused(
    "unsupported_version",
    "De OneRoster-versie moet 1.1 of 1.2 zijn.",
    "La version de OneRoster doit être 1.1 ou 1.2.",
    "The OneRoster version must be 1.1 or 1.2.",
)
VERSION_SPELLING = eased(
    "version_spelling",
    "De OneRoster-versie moet precies als 1.1 of 1.2 geschreven staan.",
    "La version de OneRoster doit être écrite exactement 1.1 ou 1.2.",
    "The OneRoster version must be written exactly as 1.1 or 1.2.",
)
MODE_BLANK = eased(
    "mode_blank",
    "Het manifest zegt niet of dit bestand bulk, delta of absent is.",
    "Le manifeste ne dit pas si ce fichier est bulk, delta ou absent.",
    "The manifest does not say whether this file is bulk, delta or absent.",
)
FILE_MISSING = refused(
    "file_missing",
    "Het manifest kondigt dit bestand aan, maar het zit niet in de zip.",
    "Le manifeste annonce ce fichier, mais il n'est pas dans le zip.",
    "The manifest announces this file, but it is not in the zip.",
)
FILE_NOT_ANNOUNCED = eased(
    "file_not_announced",
    "Dit bestand zit in de zip, maar volgens het manifest is het er niet.",
    "Ce fichier est dans le zip, mais il est absent selon le manifeste.",
    "This file is in the zip, but the manifest says it is absent.",
)
NOTHING_ANNOUNCED = refused(
    "nothing_announced",
    "Er is geen enkel bestand om te lezen.",
    "Il n'y a aucun fichier à lire.",
    "There is no file to read.",
)

# The text

NOT_UTF8 = refused(
    "not_utf8",
    "De tekst is niet in UTF-8. Bewaar het bestand als CSV UTF-8.",
    "Le texte n'est pas en UTF-8. Enregistrez le fichier au format CSV UTF-8.",
    "The text is not in UTF-8. Save the file as CSV UTF-8.",
)
BYTE_ORDER_MARK = noted(
    "byte_order_mark",
    "Het bestand begint met een byte order mark. Dat is overgeslagen.",
    "Le fichier commence par un indicateur d'ordre des octets. Il a été ignoré.",
    "The file starts with a byte order mark. It was skipped.",
)
NUL_CHARACTER = refused(
    "nul_character",
    "Het bestand bevat nultekens en is dus geen gewone tekst.",
    "Le fichier contient des caractères nuls et n'est donc pas du texte ordinaire.",
    "The file contains NUL characters, so it is not plain text.",
)
CONTROL_CHARACTER = eased(
    "control_character",
    "Deze regel bevat onzichtbare stuurtekens.",
    "Cette ligne contient des caractères de contrôle invisibles.",
    "This line contains invisible control characters.",
)
LINE_TOO_LONG = refused(
    "line_too_long",
    "Deze rij is te lang. Misschien ontbreekt een aanhalingsteken.",
    "Cette ligne est trop longue. Il manque peut-être un guillemet.",
    "This row is too long. A quotation mark may be missing.",
)
BAD_QUOTING = refused(
    "bad_quoting",
    "Een aanhalingsteken ontbreekt of staat verkeerd.",
    "Un guillemet manque ou est mal placé.",
    "A quotation mark is missing or misplaced.",
)
EMPTY_FILE = refused(
    "empty_file",
    "Dit bestand is leeg: zelfs de kolomnamen ontbreken.",
    "Ce fichier est vide : même les noms de colonnes manquent.",
    "This file is empty: even the column names are missing.",
)
