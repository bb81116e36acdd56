using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Menus;

internal abstract class NorwegianPhrases : Phrases
{
    protected override string Today => "i dag";

    protected override string InPlace => "i";

    protected override IReadOnlyList<string> Months { get; } =
    ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    protected abstract string By { get; }

    public override string When(Instant at, Instant now) => $"{Day(at, now)} klokka {Time(at)}";

    public override string NameOf(Language language) =>
        language switch
        {
            Language.Nynorsk => "Nynorsk",
            Language.English => "Engelsk",
            _ => "Bokmål",
        };

    protected override string DayAndMonth(string weekday, int day, string month) => $"{weekday} {day}. {month}";

    protected override string Clock(LocalTime time) => time.Minute == 0 ? $"{time.Hour}" : $"{time.Hour}.{time.Minute:00}";

    protected override string DueToday(string time) => $"i dag {By} klokka {time}";

    protected override string DueLater(string day, string time) => $"{By} {day} klokka {time}";
}

internal sealed class BokmalPhrases : NorwegianPhrases
{
    public override string UnknownMunicipality => "ukjent kommune";

    protected override string By => "innen";

    protected override string Less => "mindre enn ett minutt";

    protected override string OneMinute => "ett minutt";

    protected override string ManyMinutes => "minutter";

    protected override IReadOnlyList<string> Weekdays { get; } = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

    public override string Urgency(Urgency urgency) =>
        urgency switch
        {
            Calls.Urgency.Urgent => "Haster",
            Calls.Urgency.CanWait => "Haster ikke",
            _ => "Ikke oppgitt om det haster",
        };
}

internal sealed class NynorskPhrases : NorwegianPhrases
{
    public override string UnknownMunicipality => "ukjend kommune";

    protected override string By => "innan";

    protected override string Less => "mindre enn eitt minutt";

    protected override string OneMinute => "eitt minutt";

    protected override string ManyMinutes => "minutt";

    protected override IReadOnlyList<string> Weekdays { get; } = ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"];

    public override string Urgency(Urgency urgency) =>
        urgency switch
        {
            Calls.Urgency.Urgent => "Hastar",
            Calls.Urgency.CanWait => "Hastar ikkje",
            _ => "Ikkje oppgitt om det hastar",
        };
}
