using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.PhoneNetwork.Rest;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Messages;

/// <summary>What the REST API does with text messages (contract §1.8). Runs on the loop.</summary>
internal sealed class MessageRequests(
    MessageBook messages,
    PhoneBook phones,
    WebhookSender webhooks,
    EventLoop loop,
    Timeline timeline,
    Sids sids,
    TimeProvider clock,
    NetworkOptions options
)
{
    private const int LongestBody = 1600;

    public object Create(RestFields fields)
    {
        var (to, from, body) = (fields.Required("To", 21604), fields.Required("From", 21603), fields.Required("Body", 21602));
        var (url, method) = (fields.Url("StatusCallback", 21609), "POST");
        fields.RefuseTheRest();
        if (!PhoneNumbers.IsE164(to))
            throw new RestException(400, 21211, $"To is '{to}'; expected E.164.");
        if (phones.Inbound(from) is null && !IsSenderName(from))
            throw new RestException(
                400,
                21606,
                $"From is '{from}'; allowed is a number of this account or a name of 2 to 11 letters and digits."
            );
        if (body.Length > LongestBody)
            throw new RestException(400, 21617, $"Body is {body.Length} characters; at most {LongestBody} are sent.");
        var message = new Message(sids.Next("SM"), from, to, body, "outbound-api", clock.GetUtcNow());
        messages.Add(message);
        var queued = Show(message);
        loop.Start(() => Deliver(message, url is null ? null : new StatusCallback(url, method, new HashSet<string>())));
        return queued;
    }

    public object Fetch(string sid) =>
        Show(messages.Find(sid) ?? throw RestException.NotFound($"/2010-04-01/Accounts/{options.AccountSid}/Messages/{sid}.json"));

    public IReadOnlyDictionary<string, object?> List(RestFields fields)
    {
        var (to, from, sent) = (fields.Text("To"), fields.Text("From"), Days.Read(fields, "DateSent"));
        var matching = messages
            .NewestFirst()
            .Where(m => (to is null || m.To == to) && (from is null || m.From == from) && sent.Has(m.SentAt));
        return Paging.Page(fields, "messages", matching, message => message.Sid, Show);
    }

    private static bool IsSenderName(string from) =>
        from.Length is >= 2 and <= 11 && from.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ') && from.Any(char.IsAsciiLetter);

    /// <summary>What the product answered a text with goes back to whoever sent it.</summary>
    public void Reply(Message received, string body)
    {
        var reply = new Message(sids.Next("SM"), received.To, received.From, body, "outbound-reply", clock.GetUtcNow());
        messages.Add(reply);
        loop.Start(() => Deliver(reply, null));
    }

    private Task Deliver(Message message, StatusCallback? callback)
    {
        Become(message, "sent", callback);
        if (phones.Find(message.To) is { } phone)
        {
            phone.Receive(new Sms(clock.GetUtcNow(), message.From, message.Body));
            timeline.Tell("sms", phone: phone.Number, detail: message.Body);
            Become(message, "delivered", callback);
        }
        else
        {
            Become(message, "undelivered", callback, errorCode: 30003);
        }
        return Task.CompletedTask;
    }

    private void Become(Message message, string status, StatusCallback? callback, int? errorCode = null)
    {
        message.Become(status, clock.GetUtcNow(), errorCode);
        if (callback is null)
            return;
        var parameters = new Parameters()
            .Set("MessageSid", message.Sid)
            .Set("SmsSid", message.Sid)
            .Set("MessageStatus", status)
            .Set("SmsStatus", status)
            .Set("To", message.To)
            .Set("From", message.From)
            .Set("AccountSid", options.AccountSid)
            .Set("ApiVersion", "2010-04-01")
            .SetIfAny("ErrorCode", errorCode?.ToString());
        loop.Start(() => webhooks.Report(callback.Url, callback.Method, parameters));
    }

    private object Show(Message message)
    {
        var path = $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Sid}";
        return new
        {
            message.Sid,
            options.AccountSid,
            message.Body,
            message.Status,
            message.Direction,
            message.From,
            message.To,
            NumSegments = $"{Segments.Of(message.Body)}",
            NumMedia = "0",
            message.ErrorCode,
            ErrorMessage = message.ErrorCode is null ? null : "Unreachable destination handset",
            MessagingServiceSid = (string?)null,
            Price = (string?)null,
            PriceUnit = "NOK",
            DateCreated = Rfc2822.Of(message.CreatedAt),
            DateSent = message.SentAt is { } sent ? Rfc2822.Of(sent) : null,
            DateUpdated = Rfc2822.Of(message.UpdatedAt),
            ApiVersion = "2010-04-01",
            Uri = path + ".json",
            SubresourceUris = new { Media = path + "/Media.json" },
        };
    }
}

/// <summary>Every message since the network started.</summary>
internal sealed class MessageBook
{
    private readonly List<Message> messages = [];

    public void Add(Message message) => messages.Add(message);

    public Message? Find(string sid) => messages.Find(message => message.Sid == sid);

    public IEnumerable<Message> NewestFirst() => Enumerable.Reverse(messages);
}
