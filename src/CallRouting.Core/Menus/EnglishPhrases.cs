using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Menus;

internal sealed class EnglishPhrases : Phrases
{
    public override string UnknownMunicipality => "unknown municipality";

    protected override string Today => "today";

    protected override string InPlace => "in";

    protected override string Less => "less than one minute";

    protected override string OneMinute => "one minute";

    protected override string ManyMinutes => "minutes";

    protected override IReadOnlyList<string> Weekdays { get; } =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    protected override IReadOnlyList<string> Months { get; } =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public override string When(Instant at, Instant now) =>
        Day(at, now) is var day && day == Today ? $"today at {Time(at)}" : $"on {day} at {Time(at)}";

    public override string Urgency(Urgency urgency) =>
        urgency switch
        {
            Calls.Urgency.Urgent => "Urgent",
            Calls.Urgency.CanWait => "Not urgent",
            _ => "Urgency not stated",
        };

    public override string NameOf(Language language) =>
        language switch
        {
            Language.Nynorsk => "Norwegian Nynorsk",
            Language.English => "English",
            _ => "Norwegian Bokmål",
        };

    protected override string DayAndMonth(string weekday, int day, string month) => $"{weekday} {day} {month}";

    protected override string Clock(LocalTime time)
    {
        var minutes = time.Minute == 0 ? "" : $":{time.Minute:00}";
        return $"{time.ClockHourOfHalfDay}{minutes} {(time.Hour < 12 ? "am" : "pm")}";
    }

    protected override string DueToday(string time) => $"by {time} today";

    protected override string DueLater(string day, string time) => $"by {time} on {day}";
}
