using CallRouting.Core.Calls;
using CallRouting.Core.Health;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Health;

/// <summary>Gathers what a morning check reports, reading only.</summary>
public sealed class MorningLook(
    MorningCheckStore checks,
    CallStore calls,
    LegStore legs,
    RosterStore rosters,
    OpeningHours hours,
    Reads reads
)
{
    public Task<MorningReport> At(string checkId, Instant now, CancellationToken cancel) =>
        reads.Ask(
            async unit =>
            {
                var check = await checks.Load(checkId, unit);
                var opens = hours.OpensNext(now);
                var overdue = await checks.OpenCallbacks(now, unit);
                var facts = new MorningFacts(
                    await TestCallOf(check, unit),
                    check.SetUp,
                    await LinesAt(opens.ToInstant(), unit),
                    (int)overdue
                );
                var findings = MorningRules.Find(facts);
                return new MorningReport(
                    opens.ToDateTimeOffset(),
                    findings.Any(finding => finding.Hinders),
                    findings,
                    await checks.OpenCallbacks(Instant.MaxValue, unit),
                    overdue
                );
            },
            cancel
        );

    // The caller's end moves to its second step only when what it heard was answered: with the key that the test call presses.
    private async Task<TestCall> TestCallOf(MorningCheckRow check, UnitOfWork unit)
    {
        if (check.CallId is not { } id)
        {
            return new(check.Refused, CameIn: false, HeardGreeting: false, Ended: false);
        }
        var call = await calls.Load(id, unit);
        var leg = await legs.FindBySid(call.Sid, unit);
        return new(check.Refused, CameIn: true, leg is { Step: > 1 }, call.State == nameof(CallState.Ended));
    }

    private async Task<IReadOnlyList<LineAtOpening>> LinesAt(Instant opens, UnitOfWork unit)
    {
        var proven = await checks.ProvenPhones(unit);
        var lines = new List<LineAtOpening>();
        foreach (var line in await rosters.EveryLine(unit))
        {
            var onDuty = OnDuty.At(await rosters.ForLine(line.Id, opens, unit), opens);
            lines.Add(
                new(
                    line.Id.Value,
                    line.Unit.Value,
                    line.Name,
                    line.IsOutOfServiceAt(opens),
                    [.. onDuty.Everybody.Select(officer => AtOpening(officer, proven))]
                )
            );
        }
        return lines;
    }

    private static OfficerAtOpening AtOpening(Officer officer, IReadOnlySet<string> proven) =>
        new(officer.Name, officer.IsPaused, officer.Phones.Any(phone => proven.Contains(phone.E164)));
}
