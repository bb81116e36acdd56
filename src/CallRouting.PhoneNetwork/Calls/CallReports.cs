using System.Globalization;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Tells the product what became of a call (contract §3.3).</summary>
internal sealed class CallReports(WebhookSender webhooks, EventLoop loop, Timeline timeline, TimeProvider clock, NetworkOptions options)
{
    /// <summary>The fields that every voice webhook of a call carries (contract §3.2).</summary>
    public Parameters Standard(Call call) =>
        new Parameters()
            .Set("CallSid", call.Sid)
            .Set("AccountSid", options.AccountSid)
            .Set("From", call.From)
            .Set("To", call.To)
            .Set("Caller", call.From)
            .Set("Called", call.To)
            .Set("CallStatus", call.Status.Word())
            .Set("ApiVersion", "2010-04-01")
            .Set("Direction", call.Direction.Word())
            .Located("From", call.From)
            .Located("To", call.To)
            .Located("Caller", call.From)
            .Located("Called", call.To);

    /// <summary>Reports the call's present status, if anybody subscribed to it.</summary>
    /// <param name="sipCode">For a final status only.</param>
    public void StatusChanged(Call call, int sipCode = 200)
    {
        timeline.Tell("call-" + call.Status.Word(), call.Sid, phone: call.Phone?.Number);
        var sequence = call.NextReport++;
        if (call.Reports is not { } reports || !reports.Events.Contains(EventOf(call.Status)))
            return;
        var parameters = Standard(call)
            .Set("CallbackSource", "call-progress-events")
            .Set("SequenceNumber", sequence.ToString(CultureInfo.InvariantCulture))
            .Set("Timestamp", Rfc2822.Of(clock.GetUtcNow()));
        if (call.HasEnded)
            AddEnding(call, sipCode, parameters);
        loop.Start(() => webhooks.Report(reports.Url, reports.Method, parameters));
    }

    private static void AddEnding(Call call, int sipCode, Parameters parameters)
    {
        var seconds = call.Seconds ?? 0;
        parameters.Set("CallDuration", seconds.ToString(CultureInfo.InvariantCulture));
        parameters.Set("SipResponseCode", sipCode.ToString(CultureInfo.InvariantCulture));
        // Billed in whole minutes, begun ones counted.
        if (call.Status == CallStatus.Completed)
            parameters.Set("Duration", Math.Max(1, (seconds + 59) / 60).ToString(CultureInfo.InvariantCulture));
    }

    private static string EventOf(CallStatus status) =>
        status switch
        {
            CallStatus.InProgress => "answered",
            _ when status.IsFinal() => "completed",
            _ => status.Word(),
        };
}

internal static class Location
{
    /// <summary>Where a number is from: the provider sends the fields empty rather than not at all, and they count in the signature.</summary>
    public static Parameters Located(this Parameters parameters, string role, string number) =>
        parameters
            .Set(role + "City", "")
            .Set(role + "State", "")
            .Set(role + "Zip", "")
            .Set(role + "Country", number.StartsWith("+47", StringComparison.Ordinal) ? "NO" : "");
}
