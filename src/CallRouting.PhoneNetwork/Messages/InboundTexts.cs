using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Twiml;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Messages;

/// <summary>
/// Somebody texts one of the account's numbers: its SmsUrl is asked, and what the document says is sent back. Runs on the loop.
/// </summary>
internal sealed class InboundTexts(
    MessageBook messages,
    MessageRequests requests,
    WebhookSender webhooks,
    EventLoop loop,
    Timeline timeline,
    Debugger debugger,
    Sids sids,
    TimeProvider clock,
    NetworkOptions options
)
{
    public string Send(Phone from, InboundNumber to, string body)
    {
        var message = new Message(sids.Next("SM"), from.Number, to.PhoneNumber, body, "inbound", clock.GetUtcNow());
        message.Become("received", clock.GetUtcNow());
        messages.Add(message);
        timeline.Tell("sms-sent", phone: from.Number, detail: body);
        // A number without an address takes the text, and nobody hears of it.
        if (to.SmsUrl is { } url)
            loop.Start(() => Ask(message, url, to.SmsMethod));
        return message.Sid;
    }

    private async Task Ask(Message message, string url, string method)
    {
        try
        {
            var reply = await webhooks.Fetch(url, method, Fields(message));
            foreach (var text in Texts(reply))
                requests.Reply(message, text);
        }
        catch (ProviderFault fault)
        {
            if (fault is not WebhookFault { Injected: true })
                debugger.Complain(fault.Code, fault.Message, url: url);
        }
    }

    private static IReadOnlyList<string> Texts(WebhookReply reply) =>
        reply.Body.Length == 0 ? []
        : reply.ContentType is "text/xml" or "application/xml" ? SmsDocument.Read(reply.Body)
        : throw new TwimlFault(12300, $"Content-Type \"{reply.ContentType}\"; expected text/xml.");

    private Parameters Fields(Message message) =>
        new Parameters()
            .Set("MessageSid", message.Sid)
            .Set("SmsSid", message.Sid)
            .Set("SmsMessageSid", message.Sid)
            .Set("SmsStatus", "received")
            .Set("From", message.From)
            .Set("To", message.To)
            .Set("Body", message.Body)
            .Set("NumMedia", "0")
            .Set("NumSegments", $"{Segments.Of(message.Body)}")
            .Set("AccountSid", options.AccountSid)
            .Set("ApiVersion", "2010-04-01");
}
