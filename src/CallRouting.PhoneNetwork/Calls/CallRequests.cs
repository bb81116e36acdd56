using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Calls;

/// <summary>What the REST API does with calls (contract §1.5). Runs on the loop.</summary>
internal sealed class CallRequests(
    CallBook calls,
    Lines lines,
    CallEnding ending,
    LineFaults faults,
    PhoneBook phones,
    Sids sids,
    TimeProvider clock,
    NetworkOptions options
)
{
    private const int LongestTwiml = 4000;
    private static readonly HashSet<string> Events = ["initiated", "ringing", "answered", "completed"];

    public CallResource Create(RestFields fields)
    {
        var (from, to) = Ends(fields);
        var first = ReadInstruction(fields) ?? throw new RestException(400, 21205, "Url parameter is required.");
        var call = NewCall(from, to, fields.Integer("Timeout", 21208, 1, 600), ReadKeys(fields));
        call.Fallback = ReadFallback(fields);
        call.Reports = ReadReports(fields);
        call.TimeLimit = ReadTimeLimit(fields) ?? call.TimeLimit;
        fields.RefuseTheRest();
        return Show(call, lines.Place(call, first));
    }

    public CallResource Fetch(string sid, Lag lag)
    {
        var call = Find(sid);
        return CallResource.Of(call, call.AsOf(clock.GetUtcNow() - lag.Behind) ?? throw Unknown(sid), options.AccountSid);
    }

    public CallResource Update(string sid, RestFields fields)
    {
        var call = Find(sid);
        var status = fields.Text("Status");
        var next = ReadInstruction(fields);
        var fallback = ReadFallback(fields);
        var (reportUrl, reportMethod) = (fields.Url("StatusCallback", 21609), fields.Method("StatusCallbackMethod"));
        var limit = ReadTimeLimit(fields);
        fields.RefuseTheRest();
        if (call.HasEnded || (next is not null && call.Status != CallStatus.InProgress))
            throw new RestException(400, 21220, $"Call is not in-progress. Cannot redirect. (It is {call.Status.RestWord()}.)");

        call.Fallback = fallback ?? call.Fallback;
        if (limit is not null)
            lines.Limit(call, limit.Value);
        // Which events are reported is decided at the call's creation (contract §1.5).
        if (reportUrl is not null)
            call.Reports = new StatusCallback(reportUrl, reportMethod, call.Reports?.Events ?? new HashSet<string> { "completed" });
        if (status is not null)
            End(call, status);
        else if (next is not null)
            call.RedirectTo(next);
        return Show(call);
    }

    public void Delete(string sid)
    {
        var call = Find(sid);
        if (!call.HasEnded)
            throw new RestException(400, 20009, $"The call is {call.Status.RestWord()}; only a finished call can be deleted.");
        calls.Remove(call);
    }

    public IReadOnlyDictionary<string, object?> List(RestFields fields, Lag lag) =>
        Paging.Page(
            fields,
            "calls",
            CallFilter.Read(fields).Of(calls.NewestFirst(), clock.GetUtcNow() - lag.Behind),
            found => found.Call.Sid,
            found => CallResource.Of(found.Call, found.Seen, options.AccountSid)
        );

    /// <summary>From and To of a new leg, each refused with its own code.</summary>
    public (string From, string To) Ends(RestFields fields)
    {
        var to = fields.Required("To", 21201);
        var from = fields.Required("From", 21213);
        if (!PhoneNumbers.IsE164(to))
            throw new RestException(400, 21211, $"To is '{to}'; this network calls E.164 numbers such as +4711234567.");
        if (!PhoneNumbers.IsE164(from))
            throw new RestException(400, 21212, $"From is '{from}'; expected E.164.");
        if (phones.Inbound(from) is null)
            throw new RestException(400, 21210, $"From is '{from}', which is no number of this account.");
        return (from, to);
    }

    public Call NewCall(string from, string to, int? timeout, string? keys = null) =>
        new(sids.Next("CA"), Direction.OutboundApi, from, to, clock.GetUtcNow())
        {
            Phone = phones.Find(to),
            RingTime = TimeSpan.FromSeconds(timeout ?? 60),
            SendDigits = keys,
        };

    public static StatusCallback? ReadReports(RestFields fields)
    {
        var (url, method) = (fields.Url("StatusCallback", 21609), fields.Method("StatusCallbackMethod"));
        var events = fields.Words("StatusCallbackEvent", Events, "completed");
        return url is null ? null : new StatusCallback(url, method, events);
    }

    private void End(Call call, string status)
    {
        if (status is not ("canceled" or "completed"))
            throw new RestException(400, 21220, $"Status is '{status}'; allowed are canceled and completed.");
        var answered = faults.AnsweredJustNow(call);
        // An answered call goes on, whatever was asked of a ringing one (contract §1.5).
        if (answered && status == "canceled")
            return;
        if (answered)
            lines.Answered(call);
        if (call.Status != CallStatus.InProgress)
            ending.End(call, CallStatus.Canceled, byApi: true, sipCode: 487);
        else if (status == "completed")
            ending.End(call, CallStatus.Completed, byApi: true);
    }

    private static Instruction? ReadInstruction(RestFields fields)
    {
        var (url, method, twiml) = (fields.Url("Url", 21205), fields.Method("Method"), fields.Text("Twiml"));
        if (twiml?.Length > LongestTwiml)
            throw new RestException(400, 32018, $"Twiml is {twiml.Length} characters; at most {LongestTwiml} are taken.");
        // Given both, the provider ignores Twiml (contract §1.5).
        return url is not null ? new Instruction.Fetch(url, method)
            : twiml is { Length: > 0 } ? new Instruction.Inline(twiml)
            : null;
    }

    private static Fallback? ReadFallback(RestFields fields)
    {
        var (url, method) = (fields.Url("FallbackUrl", 21205), fields.Method("FallbackMethod"));
        return url is null ? null : new Fallback(url, method);
    }

    private static string? ReadKeys(RestFields fields)
    {
        var keys = fields.Text("SendDigits");
        return keys is null || (keys.Length <= Keys.MostSent && keys.All(Keys.CanBeSent))
            ? keys
            : throw new RestException(400, 21206, $"SendDigits is '{keys}'; allowed are up to {Keys.MostSent} of 0-9 # * w W.");
    }

    private static TimeSpan? ReadTimeLimit(RestFields fields) =>
        fields.Integer("TimeLimit", 21208, 1, 86_400) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private Call Find(string sid) => calls.Find(sid) ?? throw Unknown(sid);

    private RestException Unknown(string sid) => RestException.NotFound($"/2010-04-01/Accounts/{options.AccountSid}/Calls/{sid}.json");

    private CallResource Show(Call call, TimeSpan queued = default) => CallResource.Of(call, call.Now, options.AccountSid, queued);
}
