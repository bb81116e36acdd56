using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Menus;

/// <summary>Days, times, deadlines and the few other words that are put together, as they are said in one language.</summary>
public abstract class Phrases
{
    private static readonly Phrases Bokmal = new BokmalPhrases();
    private static readonly Phrases Nynorsk = new NynorskPhrases();
    private static readonly Phrases English = new EnglishPhrases();

    public static Phrases In(Language language) =>
        language switch
        {
            Language.Nynorsk => Nynorsk,
            Language.English => English,
            _ => Bokmal,
        };

    public abstract string UnknownMunicipality { get; }

    protected abstract string Today { get; }

    protected abstract string InPlace { get; }

    protected abstract string Less { get; }

    protected abstract string OneMinute { get; }

    protected abstract string ManyMinutes { get; }

    /// <summary>From Monday to Sunday.</summary>
    protected abstract IReadOnlyList<string> Weekdays { get; }

    /// <summary>From January to December.</summary>
    protected abstract IReadOnlyList<string> Months { get; }

    /// <summary>Digits with spaces between, so that a voice reads them one by one; null stays null.</summary>
    public static string? OneByOne(string? digits) => digits is null ? null : string.Join(' ', digits.AsEnumerable());

    /// <summary>"i dag", or "torsdag 26. november".</summary>
    public string Day(Instant at, Instant now) =>
        at.OsloDate() is var day && day == now.OsloDate()
            ? Today
            : DayAndMonth(Weekdays[(int)day.DayOfWeek - 1], day.Day, Months[day.Month - 1]);

    /// <summary>"15" or "8.30" after klokka; "3 pm" or "8:30 am".</summary>
    public string Time(Instant at) => Clock(at.InOslo().TimeOfDay);

    /// <summary>"i dag klokka 15"</summary>
    public abstract string When(Instant at, Instant now);

    /// <summary>With its preposition: "i dag innen klokka 15", "innen onsdag 8. april klokka 14".</summary>
    public string Deadline(Instant due, Instant now) =>
        due.OsloDate() == now.OsloDate() ? DueToday(Time(due)) : DueLater(Day(due, now), Time(due));

    /// <summary>"Nittedal i Akershus"; only "Oslo" where the county has the same name or none.</summary>
    public string Place(string? municipality, string? county) =>
        municipality is null ? UnknownMunicipality
        : string.IsNullOrEmpty(county) || county == municipality ? municipality
        : $"{municipality} {InPlace} {county}";

    /// <summary>Whole minutes, the started one not counted: "mindre enn ett minutt", "1 minutt", "3 minutter".</summary>
    public string Minutes(Duration wait) =>
        (int)wait.TotalMinutes switch
        {
            <= 0 => Less,
            1 => OneMinute,
            var minutes => $"{minutes} {ManyMinutes}",
        };

    public abstract string Urgency(Urgency urgency);

    public abstract string NameOf(Language language);

    protected abstract string DayAndMonth(string weekday, int day, string month);

    protected abstract string Clock(LocalTime time);

    protected abstract string DueToday(string time);

    protected abstract string DueLater(string day, string time);
}
