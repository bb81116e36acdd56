namespace CallRouting.PhoneNetwork.Messages;

/// <summary>A text message from or to the account (contract §1.8).</summary>
/// <param name="direction">inbound, outbound-api or outbound-reply.</param>
internal sealed class Message(string sid, string from, string to, string body, string direction, DateTimeOffset createdAt)
{
    public string Direction => direction;
    public string Sid => sid;
    public string From => from;
    public string To => to;
    public string Body => body;
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public string Status { get; private set; } = "queued";
    public DateTimeOffset UpdatedAt { get; private set; } = createdAt;
    public DateTimeOffset? SentAt { get; private set; }
    public int? ErrorCode { get; private set; }

    public void Become(string status, DateTimeOffset now, int? errorCode = null)
    {
        (Status, UpdatedAt, ErrorCode) = (status, now, errorCode);
        SentAt ??= now;
    }
}
