using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Menus;

/// <summary>Days, times, deadlines and the few other words that are put together, as they are said in one language.</summary>
public sealed class Phrases(LanguageWords words)
{
    public string UnknownMunicipality => words.Texts[WordNames.UnknownMunicipality];

    /// <summary>Digits with spaces between, so that a voice reads them one by one; null stays null.</summary>
    public static string? OneByOne(string? digits) => digits is null ? null : string.Join(' ', digits.AsEnumerable());

    /// <summary>"i dag", or "torsdag 26. november".</summary>
    public string Day(Instant at, Instant now)
    {
        var day = at.OsloDate();
        return IsToday(at, now)
            ? words.Texts[WordNames.Today]
            : Text(
                WordNames.Date,
                ("ukedag", words.Weekdays[(int)day.DayOfWeek - 1]),
                ("dato", $"{day.Day}"),
                ("måned", words.Months[day.Month - 1])
            );
    }

    /// <summary>"15" or "8.30" after klokka; "3 pm" or "8:30 am".</summary>
    public string Time(Instant at)
    {
        var time = at.InOslo().TimeOfDay;
        return Text(
            time.Minute == 0 ? WordNames.FullHour : WordNames.Clock,
            ("time", $"{time.Hour}"),
            ("time12", $"{time.ClockHourOfHalfDay}"),
            ("minutt", $"{time.Minute:00}"),
            ("am_pm", time.Hour < 12 ? "am" : "pm")
        );
    }

    /// <summary>"i dag klokka 15"</summary>
    public string When(Instant at, Instant now) => Moment(at, now, WordNames.WhenToday, WordNames.When);

    /// <summary>With its preposition: "i dag innen klokka 15", "innen onsdag 8. april klokka 14".</summary>
    public string Deadline(Instant due, Instant now) => Moment(due, now, WordNames.DueToday, WordNames.Due);

    /// <summary>"Nittedal i Akershus"; only "Oslo" where the county has the same name or none.</summary>
    public string Place(string? municipality, string? county) =>
        municipality is null ? UnknownMunicipality
        : string.IsNullOrEmpty(county) || county == municipality ? municipality
        : Text(WordNames.Place, ("kommune", municipality), ("fylke", county));

    /// <summary>Whole minutes, the started one not counted: "mindre enn ett minutt", "ett minutt", "3 minutter".</summary>
    public string Minutes(Duration wait) =>
        (int)wait.TotalMinutes switch
        {
            <= 0 => words.Texts[WordNames.LessThanAMinute],
            1 => words.Texts[WordNames.OneMinute],
            var minutes => Text(WordNames.Minutes, ("n", $"{minutes}")),
        };

    public string Urgency(Urgency urgency) =>
        words.Texts[
            urgency switch
            {
                Calls.Urgency.Urgent => WordNames.Urgent,
                Calls.Urgency.CanWait => WordNames.CanWait,
                _ => WordNames.UrgencyNotStated,
            }
        ];

    public string NameOf(Language language) => words.Languages.GetValueOrDefault(language, language.Code());

    private string Moment(Instant at, Instant now, string today, string later) =>
        IsToday(at, now) ? Text(today, ("tid", Time(at))) : Text(later, ("dag", Day(at, now)), ("tid", Time(at)));

    private static bool IsToday(Instant at, Instant now) => at.OsloDate() == now.OsloDate();

    private string Text(string name, params (string Variable, string Value)[] values) =>
        values.Aggregate(words.Texts[name], (text, value) => text.Replace($"{{{value.Variable}}}", value.Value, StringComparison.Ordinal));
}
