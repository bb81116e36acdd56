using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CallRouting.Core.Offices;

/// <summary>
/// Makes spellings of one name alike: "Kárášjohka", "karasjohka"; "Nord-Aurdal", "nord aurdal"; "Hå", "Haa";
/// "Røros", "Roeros".
/// The letters are listed because the runtime splits no accents off under invariant globalization.
/// </summary>
internal static class SearchText
{
    private static readonly FrozenDictionary<char, string> Plain = new (string Letters, string Plain)[]
    {
        ("áàâäãå", "a"),
        ("æ", "ae"),
        ("čçć", "c"),
        ("đð", "d"),
        ("éèêë", "e"),
        ("íìîï", "i"),
        ("ńñŋ", "n"),
        ("óòôöõø", "o"),
        ("š", "s"),
        ("ŧ", "t"),
        ("úùûü", "u"),
        ("ýÿ", "y"),
        ("žź", "z"),
    }
        .SelectMany(row => row.Letters, (row, letter) => KeyValuePair.Create(letter, row.Plain))
        .ToFrozenDictionary();

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Where(IsNoAccentOfItsOwn))
        {
            folded.Append(char.IsLetterOrDigit(letter) ? Plain.GetValueOrDefault(letter) ?? letter.ToString() : " ");
        }
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Replace("aa", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal);
    }

    private static bool IsNoAccentOfItsOwn(char letter) => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark;
}
