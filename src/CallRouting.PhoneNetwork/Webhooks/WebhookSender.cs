using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>What the product answered.</summary>
/// <param name="ContentType">Media type without parameters, lower case; empty when none was given.</param>
internal sealed record WebhookReply(int Status, string ContentType, string Body);

/// <summary>Delivers webhooks as the provider does: signed, within the time limits of contract §3.6, retried only as the URL's fragment allows.</summary>
internal sealed class WebhookSender(
    WebhookRequest requests,
    ReportFaults reportFaults,
    ControlFaults controlFaults,
    Forgeries forgeries,
    OddFields oddFields,
    NetworkOptions options,
    EventLoop loop,
    TimeProvider clock,
    Sids sids,
    Debugger debugger,
    Timeline timeline
)
{
    private readonly Turnstile turnstile = new(options.WebhooksAtOnce);

    /// <summary>Fetches a document, or throws <see cref="WebhookFault"/>.</summary>
    public Task<WebhookReply> Fetch(string url, string method, Parameters parameters) =>
        controlFaults.Carry(Begin(url, method, parameters), Send);

    /// <summary>Sends a report whose answer steers nothing; a bad answer only reaches the debugger (contract §3.3).</summary>
    public Task Report(string url, string method, Parameters parameters) => reportFaults.Carry(Begin(url, method, parameters), Tell);

    private Delivery Begin(string url, string method, Parameters parameters)
    {
        var callSid = parameters.Find(field => field.Key == "CallSid").Value;
        var patience = ConnectionOverrides.Of(url, text => debugger.Complain(12200, text, callSid, url));
        return new Delivery(Address.WithoutFragment(url), method, parameters, patience, sids.IdempotencyToken());
    }

    private async Task<WebhookReply> Send(Delivery delivery)
    {
        using var busy = loop.Busy();
        using var pass = await turnstile.Enter();
        try
        {
            await forgeries.Precede(delivery);
            var reply = await WithRetries(oddFields.Dress(delivery));
            timeline.Tell("webhook", delivery.CallSid, detail: $"{delivery.Method} {delivery.Url} → {reply.Status}");
            return reply;
        }
        catch (WebhookFault fault)
        {
            timeline.Tell("webhook-failed", delivery.CallSid, detail: $"{delivery.Method} {delivery.Url} → {fault.Code} {fault.Message}");
            throw;
        }
    }

    private async Task Tell(Delivery report)
    {
        try
        {
            var reply = await Send(report);
            if (reply.Status != 204 && reply.Body.Length == 0)
                Complain(11770, "An empty reply to a report; answer 204, or 200 text/xml with <Response/>.");
            else if (reply.Status != 204 && reply.ContentType is not ("text/xml" or "application/xml"))
                Complain(12300, $"A report was answered with \"{reply.ContentType}\"; answer 204, or 200 text/xml.");
        }
        catch (WebhookFault fault)
        {
            Complain(fault.Code, fault.Message);
        }
        void Complain(int code, string message) => debugger.Complain(code, message, report.CallSid, report.Url);
    }

    private async Task<WebhookReply> WithRetries(Delivery delivery)
    {
        using var total = clock.GivesUpAfter(delivery.Patience.Total);
        for (var retriesLeft = delivery.Patience.Retries; ; retriesLeft--)
        {
            try
            {
                return await requests.Make(delivery, total.Token);
            }
            catch (WebhookFault fault) when (retriesLeft > 0 && fault.Policy is { } policy && delivery.Patience.RetryOn.Contains(policy))
            {
                timeline.Tell("webhook-retried", detail: $"{delivery.Url}: {fault.Message}");
            }
        }
    }
}
