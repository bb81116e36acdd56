using CallRouting.Core.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Rosters;

/// <summary>
/// Reads a roster's JSON, field by field: what is wrong is told with its place and what is allowed, and reading goes on. What the
/// fields mean together is judged by <see cref="DraftRules"/>.
/// </summary>
internal sealed class RosterBodyReader(DutyLineId line)
{
    private const int LongestId = 36;
    private readonly List<DraftProblem> problems = [];

    public IReadOnlyList<DraftProblem> Problems => problems;

    public static Roster ReadStored(DutyLineId line, RosterBody body) => new RosterBodyReader(line).Read(body);

    public Roster Read(RosterBody body)
    {
        var rules = (body.Rules ?? []).Select((rule, i) => Rule(rule, $"rules[{i}]")).ToList();
        return body.Layers is { Count: > 0 } layers
            ? Roster.Empty with
            {
                Layers = [.. layers.Select((layer, i) => Layer(layer, $"layers[{i}]"))],
                Rules = rules,
            }
            : Roster.Of(rules);
    }

    private Layer Layer(LayerBody layer, string where) =>
        new(Word<DutyRole>(layer.Role, $"{where}.role"), layer.Name ?? "", layer.Fallback ?? []);

    private RosterRule Rule(RuleBody rule, string where)
    {
        if (rule.Officer is null == rule.Rotation is null)
            problems.Add(new(where, "A rule names either an \"officer\", whose shift it is, or a \"rotation\"."));
        return rule.Rotation is { } rotation ? Rotation(rule, rotation, where) : Shift(rule, where);
    }

    private Shift Shift(RuleBody rule, string where) =>
        new(
            line,
            rule.Officer ?? "",
            Word<DutyRole>(rule.Role, $"{where}.role"),
            Days(rule.Days, $"{where}.days"),
            Time(rule.From, $"{where}.from"),
            Time(rule.To, $"{where}.to"),
            Date(rule.ValidFrom, $"{where}.validFrom"),
            OptionalDate(rule.ValidTo, $"{where}.validTo"),
            rule.OnHolidays
        )
        {
            Id = Id(rule.Id, $"{where}.id"),
        };

    private Rotation Rotation(RuleBody rule, RotationBody rotation, string where) =>
        new(
            Word<DutyRole>(rule.Role, $"{where}.role"),
            rotation.Name ?? "",
            rotation.Order ?? [],
            new TurnLength(rotation.Turn, Word<TurnUnit>(rotation.Unit, $"{where}.rotation.unit")),
            new WeekHours(Days(rule.Days, $"{where}.days"), Time(rule.From, $"{where}.from"), Time(rule.To, $"{where}.to")),
            Date(rule.ValidFrom, $"{where}.validFrom"),
            Time(rotation.HandOver, $"{where}.rotation.handOver"),
            HandOverDay(rotation.HandOverDay, $"{where}.rotation.handOverDay"),
            rotation.StartsWith,
            OptionalDate(rule.ValidTo, $"{where}.validTo"),
            rule.OnHolidays
        )
        {
            Id = Id(rule.Id, $"{where}.id"),
        };

    private RuleId Id(string? text, string where)
    {
        if (text is not { Length: > 0 and <= LongestId })
            problems.Add(new(where, $"\"{text}\" is no id. Give one of at most {LongestId} characters."));
        return new(text);
    }

    private T Word<T>(string? text, string where)
        where T : struct, Enum
    {
        // By name only: a number would be taken too.
        if (text is not null && Enum.GetNames<T>().Contains(text))
            return Enum.Parse<T>(text);
        problems.Add(new(where, $"\"{text}\" is unknown. Allowed: {string.Join(", ", Enum.GetNames<T>())}."));
        return default;
    }

    private Weekdays Days(string? text, string where)
    {
        var days = WeekdayWords.Read(text ?? "");
        if (days == Weekdays.None)
            problems.Add(new(where, $"\"{text}\" names no weekdays. Allowed: mon, tue, … sun, with commas, or ranges such as mon-fri."));
        return days;
    }

    private IsoDayOfWeek? HandOverDay(string? text, string where)
    {
        if (text is null)
            return null;
        var days = Days(text, where);
        var named = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && days.Include(day)).ToList();
        if (named.Count > 1)
            problems.Add(new(where, $"\"{text}\" names several weekdays. A hand-over is on one."));
        return named.Count > 0 ? named[0] : null;
    }

    private LocalTime Time(string? text, string where) => Parse(WallTime.Pattern, text, where, "a time such as 09:00");

    private LocalDate Date(string? text, string where) => Parse(LocalDatePattern.Iso, text, where, "a date such as 2026-11-18");

    private LocalDate? OptionalDate(string? text, string where) => text is null ? null : Date(text, where);

    private T Parse<T>(IPattern<T> pattern, string? text, string where, string allowed)
        where T : struct
    {
        if (pattern.Parse(text ?? "").TryGetValue(default, out var value))
            return value;
        problems.Add(new(where, $"\"{text}\" is not {allowed}."));
        return default;
    }
}
