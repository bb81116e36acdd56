using System.Data.Common;
using CallRouting.Server.Calls;
using CallRouting.Server.Offices;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

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
    IHostApplicationLifetime host
)
{
    public async Task<Results<Ok<string>, ProblemHttpResult>> Answer(CancellationToken cancel)
    {
        var wrong = await Wrong(cancel);
        return wrong.Count == 0
            ? TypedResults.Ok(string.Join('\n', ["ready", .. Remarks()]))
            : TypedResults.Problem(
                title: "Not ready",
                detail: string.Join('\n', [.. wrong, .. Remarks()]),
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
    }

    private async Task<List<string>> Wrong(CancellationToken cancel)
    {
        var wrong = new List<string>();
        if (host.ApplicationStopping.IsCancellationRequested)
        {
            wrong.Add("Shutting down.");
        }
        if (database.Wrong is { } fault)
        {
            wrong.Add($"The database does not take what is written since {fault.Since}: {fault.Why}.");
        }
        wrong.AddRange(proofs.Stopped().Select(each => $"Standstill since {each.Since}: {each.What}."));
        if (await Registers(cancel) is { } missing)
        {
            wrong.Add(missing);
        }
        if (await numbers.Wrong(cancel) is { } setUp)
        {
            wrong.Add(setUp);
        }
        return wrong;
    }

    private async Task<string?> Registers(CancellationToken cancel)
    {
        try
        {
            await places.Refresh(cancel);
            return places.AnyRegisters ? null : "No registers are loaded. Run: registers load.";
        }
        catch (DbException broken)
        {
            return $"The database cannot be read: {broken.Message}";
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
