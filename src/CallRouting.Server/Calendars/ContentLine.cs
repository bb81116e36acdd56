using System.Text;

namespace CallRouting.Server.Calendars;

/// <summary>One property of an iCalendar text (RFC 5545 §3.1): a name, perhaps parameters, a value as it is written.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">Names in capitals, values without quotation marks.</param>
/// <param name="Line">The line of the file that it begins on; 0 for one that is to be written.</param>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value, int Line = 0)
{
    private const int MostOctets = 75;

    private static readonly Dictionary<string, string> None = [];

    /// <summary>A value that is no text: a moment, a number, a rule.</summary>
    public static ContentLine Of(string name, string value) => new(name, None, value);

    public static ContentLine OfText(string name, string text) => Of(name, Escape(text));

    public ContentLine With(string parameter, string value) =>
        this with
        {
            Parameters = new Dictionary<string, string> { [parameter] = value },
        };

    /// <summary>The value as text: escapes are undone.</summary>
    public string Text => Unescape(Value);

    /// <summary>Ends in CRLF, and folds at 75 octets without cutting a character in two (§3.1).</summary>
    public void WriteTo(StringBuilder text)
    {
        var octets = 0;
        foreach (var rune in Written().EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    private string Written() => $"{Name}{string.Concat(Parameters.Select(parameter => $";{parameter.Key}={parameter.Value}"))}:{Value}";

    // A line break inside a text is the two characters \n; other control characters are not allowed (§3.3.11).
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(letter) && letter != '\t' => escaped,
                _ => escaped.Append(letter),
            };
        }
        return escaped.ToString();
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (letter == '\\' && i + 1 < value.Length)
            {
                letter = value[++i] is 'n' or 'N' ? '\n' : value[i];
            }
            text.Append(letter);
        }
        return text.ToString();
    }
}
