using NodaTime;

namespace CallRouting.Server.Messages;

/// <summary>A message to an office, as it is stored. What it says is sealed.</summary>
public sealed class MessageRow
{
    public string Id { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    public string LineId { get; set; } = "";

    /// <summary>The call-back that it belongs to; null: none.</summary>
    public string? CallbackId { get; set; }

    public bool Urgent { get; set; }

    /// <summary>A <see cref="Core.Messages.OfficeMessage"/>, sealed.</summary>
    public byte[] Content { get; set; } = [];

    public string SenderId { get; set; } = "";

    public string SenderName { get; set; } = "";

    public Instant SentAt { get; set; }

    public Instant? FirstReadAt { get; set; }

    /// <summary>When the office was told that nobody has opened it.</summary>
    public Instant? ToldAt { get; set; }
}

/// <summary>Somebody of the office has opened a message, for the first time.</summary>
public sealed class MessageReadRow
{
    public string MessageId { get; set; } = "";

    public string ReaderId { get; set; } = "";

    public string ReaderName { get; set; } = "";

    public Instant ReadAt { get; set; }
}

/// <summary>What the timeline tells of messages, never what they say. Stored: add, never change.</summary>
public static class MessageStories
{
    public const string Sent = "message sent to the office";
    public const string Opened = "message opened";
    public const string Unread = "message unread, office told";
}
