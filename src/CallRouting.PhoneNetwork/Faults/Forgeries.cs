using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>
/// Requests that the provider would never send, beside one that it does: wrongly signed, unsigned, signed for another scheme, by another method. The
/// product must refuse each and change nothing; if it does not, the debugger says so. The genuine webhook follows. Runs on the loop.
/// </summary>
internal sealed class Forgeries(FaultPlan plan, WebhookRequest requests, Timeline timeline, Debugger debugger, TimeProvider clock)
{
    private static readonly IReadOnlyList<FaultKind> Kinds = FaultKinds.All.Where(kind => kind.Place == FaultPlace.Forgery).ToList();

    public async Task Precede(Delivery genuine)
    {
        if (plan.Draw(Kinds, genuine.Url) is not { } kind)
            return;
        timeline.Tell("fault", genuine.CallSid, detail: $"{kind.Name} {genuine.Url}");
        if (await Answer(Forge(genuine, kind)) is { } status && !IsRefusal(kind, status))
            debugger.Complain(
                20003,
                $"A {kind.Name} request was answered {status}; allowed are 403, and for another method 404 and 405.",
                genuine.CallSid,
                genuine.Url
            );
    }

    // What a stranger would like to happen: the call over, the key pressed.
    private static Delivery Forge(Delivery genuine, FaultKind kind)
    {
        var lie = new Parameters();
        lie.AddRange(genuine.Parameters);
        if (genuine["CallStatus"] is not null)
            lie.Set("CallStatus", "completed");
        if (genuine["Digits"] is not null)
            lie.Set("Digits", "1");
        return kind == FaultKinds.GetInsteadOfPost
            ? genuine with
            {
                Method = genuine.Method == "POST" ? "GET" : "POST",
            }
            : genuine with
            {
                Parameters = lie,
                Seal = SealOf(kind),
            };
    }

    private static Seal SealOf(FaultKind kind) =>
        kind == FaultKinds.SignatureMissing ? Seal.Missing
        : kind == FaultKinds.SignatureOtherScheme ? Seal.OtherScheme
        : Seal.Wrong;

    /// <summary>The HTTP status; null when no answer came, which is not a stranger's business.</summary>
    private async Task<int?> Answer(Delivery forged)
    {
        using var total = clock.GivesUpAfter(forged.Patience.Total);
        try
        {
            return (await requests.Make(forged, total.Token)).Status;
        }
        catch (WebhookFault fault)
        {
            return fault.Status;
        }
    }

    private static bool IsRefusal(FaultKind kind, int status) =>
        status == 403 || (kind == FaultKinds.GetInsteadOfPost && status is 404 or 405);
}
