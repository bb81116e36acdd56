using CallRouting.Core.Calls;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Notices;

/// <summary>Section "Notices" of the configuration.</summary>
public sealed class NoticeOptions
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Whether the rounds are made that remind of shifts, look for uncovered hours and try phones. What people do is told either way.</summary>
    public bool Rounds { get; set; } = true;

    /// <summary>Whether phones are tried before a shift.</summary>
    public bool Drills { get; set; } = true;

    /// <summary>Wall time of the evening before a shift at which its officer is reminded.</summary>
    public string ShiftSoonAt { get; set; } = "18:00";

    /// <summary>Wall time at which uncovered hours and missing rosters are looked for, on working days.</summary>
    public string DailyAt { get; set; } = "07:30";

    /// <summary>Hours in which the contact centre is open, after which an unconfirmed notice goes to the next.</summary>
    public double PassOnAfterHours { get; set; } = 4;

    /// <summary>The last to be told: for each county, or one for all.</summary>
    public IList<SupervisorOptions> Supervisors { get; } = [];

    public MailOptions Mail { get; set; } = new();

    internal LocalTime Evening => Read(ShiftSoonAt, nameof(ShiftSoonAt));

    internal LocalTime Daily => Read(DailyAt, nameof(DailyAt));

    internal Duration Patience => Duration.FromHours(PassOnAfterHours);

    /// <summary>All that is not allowed in it, each as a sentence.</summary>
    public IEnumerable<string> Wrong(NumberPlan plan) =>
        [.. Times(), .. Supervisors.SelectMany((one, i) => one.Wrong($"Notices:Supervisors:{i}", plan)), .. Mail.Wrong()];

    private IEnumerable<string> Times()
    {
        foreach (var (name, text) in new[] { (nameof(ShiftSoonAt), ShiftSoonAt), (nameof(DailyAt), DailyAt) })
            if (!Time.Parse(text).Success)
                yield return $"Notices:{name} is \"{text}\". It must be a time such as 18:00.";
        if (PassOnAfterHours is not (> 0 and <= 100))
            yield return $"Notices:PassOnAfterHours is {PassOnAfterHours}. It must be more than 0 and at most 100.";
    }

    private static LocalTime Read(string text, string name) =>
        Time.Parse(text) is { Success: true } read
            ? read.Value
            : throw new InvalidOperationException($"Notices:{name} is \"{text}\". It must be a time such as 18:00.");
}

/// <summary>Who watches over offices. Every one who is told has a deputy.</summary>
public sealed class SupervisorOptions
{
    /// <summary>The county's name as the registers have it, such as Akershus; empty: of every county that has none of its own.</summary>
    public string County { get; set; } = "";

    public ContactOptions Supervisor { get; set; } = new();

    public ContactOptions Deputy { get; set; } = new();

    internal IEnumerable<string> Wrong(string where, NumberPlan plan) =>
        [.. Supervisor.Wrong($"{where}:Supervisor", plan), .. Deputy.Wrong($"{where}:Deputy", plan)];
}

/// <summary>How somebody is told who is on no roster.</summary>
public sealed class ContactOptions
{
    public string Name { get; set; } = "";

    /// <summary>As it is printed, or E.164; empty: not texted.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Empty: not written to.</summary>
    public string Email { get; set; } = "";

    /// <summary>nb, nn or en.</summary>
    public string Language { get; set; } = "nb";

    internal IEnumerable<string> Wrong(string where, NumberPlan plan)
    {
        if (Phone.Length == 0 && Email.Length == 0)
            yield return $"{where} has neither Phone nor Email. Everybody who is told has a deputy, and each has one or the other.";
        if (Phone.Length > 0 && plan.DutyNumber(Phone).Sentence is { } refused)
            yield return $"{where}:Phone: {refused}";
        if (Email.Length > 0 && !MailAddresses.IsOne(Email))
            yield return $"{where}:Email is \"{Email}\". {MailAddresses.Allowed}";
        if (Languages.OfCode(Language) is null)
            yield return $"{where}:Language is \"{Language}\". It must be a code such as nb, nn or en.";
    }
}

/// <summary>Section "Notices:Mail": the server that takes e-mail (SMTP). Without a host there is no e-mail, and SMS alone is used.</summary>
public sealed class MailOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>The sender, such as vakttelefon@nav.no.</summary>
    public string From { get; set; } = "";

    /// <summary>STARTTLS is demanded.</summary>
    public bool Tls { get; set; } = true;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public bool IsOn => Host.Length > 0;

    internal IEnumerable<string> Wrong()
    {
        if (IsOn && !MailAddresses.IsOne(From))
            yield return $"Notices:Mail:From is \"{From}\". {MailAddresses.Allowed}";
        if (IsOn && Port is not (> 0 and < 65536))
            yield return $"Notices:Mail:Port is {Port}. It must be from 1 to 65535.";
    }
}
