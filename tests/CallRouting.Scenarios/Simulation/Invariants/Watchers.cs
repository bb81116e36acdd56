using System.Security.Cryptography;
using System.Text;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Day;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>All that must hold in a world: what can be seen while it happens, and what the database and the screens tell when it is over.</summary>
public sealed class Watchers
{
    private readonly Pump pump;
    private readonly Ears ears;
    private readonly OneOfficer officer;
    private readonly OnePhone phone;
    private readonly RightAnswers answers;
    private readonly AfterRestart restart;
    private readonly IReadOnlyList<StaffedOffice> offices;
    private readonly IncrementalHash fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Watchers(Pump pump, Agenda agenda, OfficerHands officers, IReadOnlyList<StaffedOffice> offices)
    {
        (this.pump, this.offices) = (pump, offices);
        restart = new AfterRestart(pump, agenda);
        pump.Born += Begins;
        ears = new Ears(pump.World.Time);
        officer = new OneOfficer(officers.Has);
        phone = new OnePhone(officers.Has);
        answers = new RightAnswers(pump.World.Time);
        pump.Answered += answers.Sees;
        pump.Answered += ears.Sees;
    }

    public TimeSpan LongestSilence => ears.Longest;

    public string Fingerprint => Convert.ToHexString(fingerprint.GetCurrentHash())[..16];

    public static bool Cares(string what) =>
        what is "heard" or "key" or "fault" or "conference-start" or "conference-end" or "call-ringing"
        || what.StartsWith("participant-", StringComparison.Ordinal)
        || what.StartsWith("call-", StringComparison.Ordinal);

    public void Sees(TimelineEvent now)
    {
        fingerprint.AppendData(Encoding.UTF8.GetBytes($"{now.At.Ticks}{now.What}{now.Phone}{now.CallSid}{now.Detail}"));
        ears.Sees(now);
        officer.Sees(now);
        phone.Sees(now);
    }

    /// <summary>Every breach, with the story of its call.</summary>
    /// <param name="sids">The provider's ids of the callers' calls.</param>
    public async Task<IReadOnlyList<Breach>> Verdict(IReadOnlyCollection<string> sids)
    {
        ears.AllIsOver();
        var world = pump.World;
        using var supervisor = pump.Screen("supervisor");
        using var lead = pump.Screen("lead");
        List<Breach> found =
        [
            .. await world.Read(EveryCallEnds.Check),
            .. ears.Breaches,
            .. await world.Read(OneCallback.Check),
            .. officer.Breaches,
            .. phone.Breaches,
            .. answers.Breaches,
            .. restart.Breaches,
            .. await FiguresAgree.Check(world, supervisor, lead, offices),
        ];
        var told = new List<Breach>();
        foreach (var breach in found.OrderBy(breach => breach.Invariant))
        {
            told.Add(await world.Read(unit => StoryOfBreach.Of(breach, unit)));
        }
        return told;
    }

    private Task Begins(DateTimeOffset died, DateTimeOffset born)
    {
        ears.Outage(died, born);
        return restart.Begins();
    }
}
