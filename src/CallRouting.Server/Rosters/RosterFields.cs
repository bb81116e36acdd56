using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Notices;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>
/// Reads the fields of one JSON object. A field that is missing or wrong is a fault, and a harmless value stands in for it,
/// so that reading goes on and finds the next fault too. A field that nobody asked for is a fault as well.
/// </summary>
internal sealed class RosterFields(JsonSpot spot, RosterFaults faults, NumberPlan plan)
{
    private const int LongestId = 36;
    private const string ExampleDate = "a date such as 2026-11-18";

    private readonly List<string> asked = [];

    public JsonSpot Spot => spot;

    public string Text(string name) => Field(name, required: true) is { } field ? TextOf(field) : "";

    public string? OptionalText(string name) => Field(name, required: false) is { } field ? TextOf(field) : null;

    /// <summary>A key within the file: short, so that it fits a column of ids.</summary>
    public string Id(string name)
    {
        var id = Text(name);
        if (id.Length > LongestId)
            faults.Add(Spot.Members[name], $"\"{id}\" is too long. At most {LongestId} characters are allowed.");

        return id;
    }

    /// <summary>Nav's unit number or a municipality's number.</summary>
    public string FourDigits(string name)
    {
        var digits = Text(name);
        if (digits.Length > 0 && (digits.Length != 4 || !digits.All(char.IsAsciiDigit)))
            faults.Add(Spot.Members[name], $"\"{digits}\" is not a number of four digits, such as \"0104\".");

        return digits;
    }

    public bool Flag(string name)
    {
        var field = Field(name, required: false);
        if (field is { Kind: not (JsonTokenType.True or JsonTokenType.False) })
            faults.Add(field, "Expected true or false.");

        return field is { Kind: JsonTokenType.True };
    }

    public int Number(string name, int least, int most)
    {
        if (Field(name, required: true) is not { } field)
            return least;
        if (field.Kind == JsonTokenType.Number && int.TryParse(field.Text, out var number) && number >= least && number <= most)
            return number;

        faults.Add(field, $"Expected a whole number from {least} to {most}.");
        return least;
    }

    public T Word<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        var word = Text(name);
        if (words.TryGetValue(word, out var value))
            return value;
        if (word.Length > 0)
            faults.Add(Spot.Members[name], $"\"{word}\" is unknown. Allowed: {string.Join(", ", words.Keys)}.");

        return words.Values.First();
    }

    /// <summary>The key of something that was read before: one of <paramref name="known"/>.</summary>
    public string Reference(string name, IEnumerable<string> known) => Checked(name, Text(name), known);

    public string? OptionalReference(string name, IEnumerable<string> known) =>
        OptionalText(name) is { } key ? Checked(name, key, known) : null;

    public Weekdays Days(string name)
    {
        var text = Text(name);
        var days = WeekdayWords.Read(text);
        if (days == Weekdays.None && text.Length > 0)
            faults.Add(
                Spot.Members[name],
                $"\"{text}\" names no weekdays. Allowed: mon, tue, wed, thu, fri, sat, sun, with commas, or ranges such as mon-fri."
            );

        return days;
    }

    public LocalTime Time(string name) =>
        TryParse(name, Text(name), WallTime.Pattern, "a time such as 09:00", out var time) ? time : default;

    public LocalDate Date(string name) => TryParse(name, Text(name), LocalDatePattern.Iso, ExampleDate, out var date) ? date : default;

    public LocalDate? OptionalDate(string name) =>
        OptionalText(name) is { } text && TryParse(name, text, LocalDatePattern.Iso, ExampleDate, out var date) ? date : null;

    /// <summary>A phone that we ring, by the number plan.</summary>
    public PhoneNumber Phone(string name) => Field(name, required: true) is { } field ? PhoneOf(field) : default;

    /// <summary>A number of this service itself, which the number plan would refuse to ring only for that.</summary>
    public PhoneNumber OwnNumber(string name)
    {
        var text = Text(name);
        var answer = plan.DutyNumber(text);
        if (text.Length == 0 || answer.IsAllowed || answer.Refusal == NumberRefusal.OurOwn)
            return new PhoneNumber(NumberPlan.Normalise(text));

        faults.Add(Spot.Members[name], answer.Sentence);
        return default;
    }

    public string? OptionalEmail(string name)
    {
        var text = OptionalText(name);
        if (text is { Length: > 0 } && !MailAddresses.IsOne(text))
            faults.Add(Spot.Members[name], $"\"{text}\" is no e-mail address. {MailAddresses.Allowed}");

        return text;
    }

    /// <summary>A language's code; left out: bokmål.</summary>
    public Language OptionalLanguage(string name)
    {
        if (OptionalText(name) is not { } code)
            return Language.Bokmal;
        if (Languages.OfCode(code) is { } language)
            return language;

        faults.Add(Spot.Members[name], $"\"{code}\" is no language's code. Allowed: nb, nn, en.");
        return Language.Bokmal;
    }

    /// <summary>One phone or more.</summary>
    public IReadOnlyList<PhoneNumber> Phones(string name)
    {
        var phones = List(name, required: true);
        if (Spot.Members.TryGetValue(name, out var field) && field is { Kind: JsonTokenType.StartArray, Items.Count: 0 })
            faults.Add(field, "At least one phone is needed.");

        return [.. phones.Select(PhoneOf)];
    }

    public RosterFields? OptionalObject(string name) => Field(name, required: false) is { } field ? ObjectOf(field) : null;

    public IReadOnlyList<RosterFields> Objects(string name, bool required = true) =>
        [.. List(name, required).Select(ObjectOf).OfType<RosterFields>()];

    /// <summary>Nobody reads it here: it is for the file's readers, or for another program.</summary>
    public void Ignore(string name) => asked.Add(name);

    /// <summary>Something wrong with the object as a whole.</summary>
    public void Fault(string sentence) => faults.Add(Spot, sentence);

    public void NothingElse()
    {
        foreach (var (name, field) in Spot.Members.Where(member => !asked.Contains(member.Key)))
            faults.Add(field, $"\"{name}\" is unknown here. Allowed: {string.Join(", ", asked)}.");
    }

    private string Checked(string name, string key, IEnumerable<string> known)
    {
        var allowed = known.ToList();
        if (key.Length > 0 && !allowed.Contains(key))
            faults.Add(Spot.Members[name], $"There is no \"{key}\" in this office. Allowed: {string.Join(", ", allowed)}.");

        return key;
    }

    private IReadOnlyList<JsonSpot> List(string name, bool required)
    {
        var field = Field(name, required);
        if (field is { Kind: not JsonTokenType.StartArray })
            faults.Add(field, "Expected a list.");

        return field?.Items ?? [];
    }

    private JsonSpot? Field(string name, bool required)
    {
        asked.Add(name);
        if (!Spot.Members.TryGetValue(name, out var field) && required)
            faults.Add(Spot, $"\"{name}\" is missing.");

        return field;
    }

    private string TextOf(JsonSpot field)
    {
        if (field.Kind == JsonTokenType.String && !string.IsNullOrWhiteSpace(field.Text))
            return field.Text;

        faults.Add(field, "Expected a text that is not empty.");
        return "";
    }

    private PhoneNumber PhoneOf(JsonSpot field)
    {
        var answer = plan.DutyNumber(field.Text);
        if (!answer.IsAllowed)
            faults.Add(field, answer.Sentence);

        return answer.Number ?? default;
    }

    private RosterFields? ObjectOf(JsonSpot field)
    {
        if (field.Kind == JsonTokenType.StartObject)
            return new RosterFields(field, faults, plan);

        faults.Add(field, "Expected an object in braces.");
        return null;
    }

    private bool TryParse<T>(string name, string text, IPattern<T> pattern, string example, out T value)
    {
        if (pattern.Parse(text).TryGetValue(default!, out value))
            return true;
        if (text.Length > 0)
            faults.Add(Spot.Members[name], $"\"{text}\" is not {example}.");

        return false;
    }
}
