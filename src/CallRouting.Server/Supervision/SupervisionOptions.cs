using CallRouting.Core.Calls;
using CallRouting.Core.Supervision;
using CallRouting.Server.Notices;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Supervision;

/// <summary>Section "Supervision" of the configuration.</summary>
public sealed class SupervisionOptions
{
    /// <summary>Whether the rounds are made that raise flags and alarms. A flag that comes with a call-back is raised either way.</summary>
    public bool Rounds { get; set; } = true;

    /// <summary>Per cent of an office's transfers that somebody should accept.</summary>
    public double AnsweredTarget { get; set; } = 90;

    /// <summary>Fewer in a week say nothing about an office.</summary>
    public int LeastOffered { get; set; } = 10;

    /// <summary>So many unanswered on a line within an hour are a pattern.</summary>
    public int UnansweredInAnHour { get; set; } = 3;

    public AlarmsOptions Alarms { get; set; } = new();

    /// <summary>All that is not allowed in it, each as a sentence.</summary>
    public IEnumerable<string> Wrong(NumberPlan plan) => [.. WrongHere(), .. Alarms.Wrong(plan)];

    private IEnumerable<string> WrongHere()
    {
        if (AnsweredTarget is not (> 0 and <= 100))
            yield return $"Supervision:AnsweredTarget is {AnsweredTarget}. It must be more than 0 and at most 100 per cent.";
        if (LeastOffered < 1)
            yield return $"Supervision:LeastOffered is {LeastOffered}. It must be at least 1.";
        if (UnansweredInAnHour < 2)
            yield return $"Supervision:UnansweredInAnHour is {UnansweredInAnHour}. It must be at least 2.";
    }
}

/// <summary>Section "Supervision:Alarms": what the wallboard tells by itself, and whom.</summary>
public sealed class AlarmsOptions
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Wall time in Norway from which somebody may be told.</summary>
    public string From { get; set; } = "07:00";

    /// <summary>Wall time from which nobody is told before the next morning.</summary>
    public string To { get; set; } = "20:00";

    public IList<ThresholdOptions> Thresholds { get; } = [];

    /// <summary>Everybody who is told of every alarm.</summary>
    public IList<ContactOptions> Contacts { get; } = [];

    internal AlarmHours Hours => new(Read(From, nameof(From)), Read(To, nameof(To)));

    internal IEnumerable<string> Wrong(NumberPlan plan) =>
        [
            .. WrongTimes(),
            .. Thresholds.SelectMany((one, i) => one.Wrong($"Supervision:Alarms:Thresholds:{i}")),
            .. Contacts.SelectMany((one, i) => one.Wrong($"Supervision:Alarms:Contacts:{i}", plan)),
        ];

    private IEnumerable<string> WrongTimes()
    {
        var times = new[] { (nameof(From), From), (nameof(To), To) };
        foreach (var (name, text) in times.Where(time => !Time.Parse(time.Item2).Success))
            yield return $"Supervision:Alarms:{name} is \"{text}\". It must be a time such as 07:00.";
        if (times.All(time => Time.Parse(time.Item2).Success) && Time.Parse(From).Value >= Time.Parse(To).Value)
            yield return $"Supervision:Alarms:From is {From} and To is {To}. It must end later than it begins.";
        if (Thresholds.Count > 0 && Contacts.Count == 0)
            yield return "Supervision:Alarms has Thresholds and no Contacts. Name somebody who is told.";
    }

    private static LocalTime Read(string text, string name) =>
        Time.Parse(text) is { Success: true } read
            ? read.Value
            : throw new InvalidOperationException($"Supervision:Alarms:{name} is \"{text}\". It must be a time such as 07:00.");
}

/// <summary>One alarm.</summary>
public sealed class ThresholdOptions
{
    /// <summary>A <see cref="WallFigure"/>.</summary>
    public string Figure { get; set; } = "";

    /// <summary>The county's name as the registers have it; empty: the country.</summary>
    public string County { get; set; } = "";

    public double Raise { get; set; }

    public double Clear { get; set; }

    /// <summary>What the alarm is kept under, whatever its values.</summary>
    internal string Name => County.Length == 0 ? Figure : $"{Figure} {County}";

    internal Threshold Threshold => new(Enum.Parse<WallFigure>(Figure), Raise, Clear);

    internal IEnumerable<string> Wrong(string where)
    {
        if (!Calls.Choices.TryRead<WallFigure>(Figure, out _))
            yield return $"{where}:Figure is \"{Figure}\". {Calls.Choices.Of<WallFigure>()}";
        else if (!Threshold.IsSound)
            yield return $"{where}: Raise is {Raise} and Clear is {Clear}. Clear must be {(Threshold.SmallIsBad ? "more" : "less")} than Raise.";
        if (Name.Length > 36)
            yield return $"{where}:County is \"{County}\". No county is called that.";
    }
}
