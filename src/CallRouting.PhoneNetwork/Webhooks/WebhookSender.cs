using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Webhooks;

/// <summary>What the product answered.</summary>
/// <param name="ContentType">Media type without parameters, lower case; empty when none was given.</param>
internal sealed record WebhookReply(int Status, string ContentType, string Body);

/// <summary>Delivers webhooks as the provider does: signed, within the time limits of contract §3.6, retried only as the URL's fragment allows.</summary>
internal sealed class WebhookSender(
    WebhookRequest requests,
    NetworkOptions options,
    EventLoop loop,
    TimeProvider clock,
    Sids sids,
    Debugger debugger,
    Timeline timeline
)
{
    private readonly Turnstile turnstile = new(options.WebhooksAtOnce);

    /// <summary>Sends one webhook and gives its answer, or throws <see cref="WebhookFault"/>.</summary>
    public async Task<WebhookReply> Send(string url, string method, Parameters parameters)
    {
        using var busy = loop.Busy();
        using var pass = await turnstile.Enter();
        var callSid = parameters.Find(field => field.Key == "CallSid").Value;
        var patience = ConnectionOverrides.Of(url, text => debugger.Complain(12200, text, callSid, url));
        var delivery = new Delivery(Address.WithoutFragment(url), method, parameters, patience, sids.IdempotencyToken());
        try
        {
            var reply = await WithRetries(delivery);
            timeline.Tell("webhook", callSid, detail: $"{method} {delivery.Url} → {reply.Status}");
            return reply;
        }
        catch (WebhookFault fault)
        {
            timeline.Tell("webhook-failed", callSid, detail: $"{method} {delivery.Url} → {fault.Code} {fault.Message}");
            throw;
        }
    }

    /// <summary>Sends a report whose answer steers nothing; a bad answer only reaches the debugger (contract §3.3).</summary>
    public async Task Report(string url, string method, Parameters parameters)
    {
        var callSid = parameters.Find(field => field.Key == "CallSid").Value;
        try
        {
            var reply = await Send(url, method, parameters);
            if (reply.Status != 204 && reply.Body.Length == 0)
                debugger.Complain(11770, "An empty reply to a report; answer 204, or 200 text/xml with <Response/>.", callSid, url);
            else if (reply.Status != 204 && reply.ContentType is not ("text/xml" or "application/xml"))
                debugger.Complain(12300, $"A report was answered with \"{reply.ContentType}\"; answer 204, or 200 text/xml.", callSid, url);
        }
        catch (WebhookFault fault)
        {
            debugger.Complain(fault.Code, fault.Message, callSid, url);
        }
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

/// <summary>One webhook on its way.</summary>
internal sealed record Delivery(string Url, string Method, Parameters Parameters, ConnectionOverrides Patience, string IdempotencyToken);
