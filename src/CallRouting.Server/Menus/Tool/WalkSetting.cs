using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Queue;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Menus.Tool;

/// <summary>Who calls in a walk, when, and what the world is like; from the registers' files, without a database.</summary>
/// <param name="Wrong">What cannot be; null when all is well.</param>
internal sealed record WalkSetting(LocalDateTime At, string Entry, MenuVisit Caller, MenuFacts? Facts, string? Wrong)
{
    private const string Code = "12345";

    private static readonly LocalDateTime UsualMoment = new(2026, 11, 18, 10, 0);

    public static WalkSetting Of(IReadOnlyDictionary<string, string> options, Flow flow, ModeOptions mode)
    {
        var at = options.TryGetValue("at", out var moment)
            ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(moment)
            : ParseResult<LocalDateTime>.ForValue(UsualMoment);
        var code = options.GetValueOrDefault("language", "nb");
        var language = flow.Languages.Where(each => each.Code() == code).Cast<Language?>().FirstOrDefault();
        var entry = options.GetValueOrDefault("entry", options.ContainsKey("office") ? Entries.Office : Entries.Start);
        var wrong =
            !at.Success ? $"--at {moment}: write a moment such as 2026-11-18T10:00."
            : language is null ? $"--language {code}: it may be {string.Join(", ", flow.Languages.Select(each => each.Code()))}."
            : !flow.Content.Entries.ContainsKey(entry) ? $"--entry {entry}: it may be {string.Join(", ", flow.Content.Entries.Keys)}."
            : !int.TryParse(options.GetValueOrDefault("agents", "3"), out var agents) || agents < 0
                ? $"--agents {options["agents"]}: write a number."
            : null;
        if (wrong is not null)
        {
            return new(UsualMoment, entry, new MenuVisit(), null, wrong);
        }
        var now = OsloTime.At(at.Value.Date, at.Value.TimeOfDay).ToInstant();
        var facts = FactsOf(options, now, mode);
        UnitNumber? office = options.TryGetValue("office", out var unit) ? new UnitNumber(unit) : null;
        return office is { } known && facts.Places.OfficeNumbered(known, now.OsloDate()) is null
            ? new(at.Value, entry, new MenuVisit(), null, $"--office {unit}: no office has that unit number.")
            : new(at.Value, entry, new MenuVisit { Language = language!.Value, Office = office }, facts, null);
    }

    private static MenuFacts FactsOf(IReadOnlyDictionary<string, string> options, Instant now, ModeOptions mode)
    {
        var places = new Places(RegisterFiles.Read(RegisterFiles.OwnFolder).Registers);
        var agents = int.Parse(options.GetValueOrDefault("agents", "3"), System.Globalization.CultureInfo.InvariantCulture);
        var emergency =
            RosterFile
                .Read(mode.DemoFilePath, demoNumbers: true)
                .Book?.EmergencyNumbers.ToDictionary(each => each.MunicipalityNumber, each => each.Number)
            ?? [];
        var nittedal = new OpenCallback("call-back", new UnitNumber("0233"), "3232", Urgency.NotStated);
        return new MenuFacts
        {
            Now = now,
            Places = places,
            Hours = OpeningHours.Default,
            Plan = new NumberPlan([], mode.IsDemo),
            CallerNumberEnding = options.ContainsKey("withheld") ? null : "67",
            NumberShown = MenuRunner.NumberShown,
            OpenCallbackByCode = code => code == Code ? nittedal : null,
            FreshCode = () => "54321",
            CallbackDue = visit => DeadlineRules.DueAt(now, visit.Urgency, OpeningHours.Default, DeadlinePolicy.Default),
            Queue = () => new QueueFacts(0, agents, null, agents > 0 && options.ContainsKey("overloaded")),
            EmergencyNumber = visit =>
                visit.AreaCode is { Length: >= 4 } area && emergency.TryGetValue(area[..4], out var number) ? number : null,
        };
    }
}
