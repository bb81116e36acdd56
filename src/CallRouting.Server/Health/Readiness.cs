using System.Data.Common;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Notices;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Health;

/// <summary>Whether calls can be taken, and if not, every reason; and what does not hinder them but should be looked at.</summary>
public sealed class Readiness(
    Proofs proofs,
    DatabaseProbe database,
    PlacesInForce places,
    NumberSetUp numbers,
    SelfCheck selfCheck,
    BackPressure pressure,
    Mishaps mishaps,
    MorningCheckStore checks,
    RosterStore rosters,
    IOptions<NoticeOptions> notices,
    Reads reads,
    IHostApplicationLifetime host
)
{
    public async Task<Results<Ok<string>, ProblemHttpResult>> Answer(CancellationToken cancel)
    {
        var wrong = new List<string>();
        var remarks = new List<string>(Remarks());
        await Look(wrong, remarks, cancel);
        return wrong.Count == 0
            ? TypedResults.Ok(string.Join('\n', ["ready", .. remarks]))
            : TypedResults.Problem(
                title: "Not ready",
                detail: string.Join('\n', [.. wrong, .. remarks]),
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
    }

    private async Task Look(List<string> wrong, List<string> remarks, CancellationToken cancel)
    {
        if (host.ApplicationStopping.IsCancellationRequested)
        {
            wrong.Add("Shutting down.");
        }
        if (database.Wrong is { } fault)
        {
            wrong.Add($"The database does not take what is written since {fault.Since}: {fault.Why}.");
        }
        wrong.AddRange(proofs.Stopped().Select(each => $"Standstill since {each.Since}: {each.What}."));
        await AskDatabase(wrong, remarks, cancel);
        if (await numbers.Wrong(cancel) is { } setUp)
        {
            wrong.Add(setUp);
        }
        if (numbers.Remark is { } remark)
        {
            remarks.Add(remark);
        }
    }

    private async Task AskDatabase(List<string> wrong, List<string> remarks, CancellationToken cancel)
    {
        try
        {
            await places.Refresh(cancel);
            if (!places.AnyRegisters)
            {
                wrong.Add("No registers are loaded. Run: registers load.");
            }
            if (!notices.Value.Mail.IsOn && await reads.Ask(rosters.AnyEmail, cancel))
            {
                remarks.Add("E-mail is off, and officers have addresses: set Notices:Mail:Host.");
            }
            if (await reads.Ask(checks.Latest, cancel) is { Hinders: true } check)
            {
                remarks.Add($"The morning check of {check.StartedAt} found what hinders callers: GET /api/checks/morning tells what.");
            }
        }
        catch (DbException broken)
        {
            wrong.Add($"The database cannot be read: {broken.Message}");
        }
    }

    private IEnumerable<string> Remarks()
    {
        if (selfCheck.Wrong is { } wrong)
        {
            yield return $"Self-check: a signed request to the public address {wrong}";
        }
        if (pressure.TurnsAway)
        {
            yield return "New callers are sent to the fallback number: more is asked than can be answered.";
        }
        if (pressure.TurnedAway > 0)
        {
            yield return $"Callers turned away since the start: {pressure.TurnedAway}.";
        }
        if (mishaps.Unwritten > 0)
        {
            yield return $"Callers who met our apology and are not written down yet: {mishaps.Unwritten}.";
        }
    }
}
