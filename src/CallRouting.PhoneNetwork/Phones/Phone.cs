using CallRouting.PhoneNetwork.Calls;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>Something that a telephone heard.</summary>
/// <param name="At">When it began, UTC.</param>
/// <param name="Language">The voice's language, for example nb-NO; empty for music and tones.</param>
public sealed record Heard(DateTimeOffset At, string Language, string Text);

/// <summary>A text message in a telephone's inbox.</summary>
public sealed record Sms(DateTimeOffset At, string From, string Body);

/// <summary>A virtual telephone: one line, no call waiting.</summary>
internal sealed class Phone(string number, string role, string name)
{
    private const int Kept = 2_000;
    private readonly Queue<Heard> heard = new();
    private readonly List<Sms> inbox = [];

    /// <summary>E.164.</summary>
    public string Number => number;

    /// <summary>caller, officer, lead or agent.</summary>
    public string Role => role;
    public string Name => name;

    /// <summary>The call that it rings with or takes part in.</summary>
    public Call? Call { get; set; }

    /// <summary>What it does when it rings; null: it waits for a hand.</summary>
    public Behaviour? Behaviour { get; set; }

    /// <summary>idle, ringing or inCall. Who has dialled is in a call, also while it still rings at the other end.</summary>
    public string State =>
        Call switch
        {
            null => "idle",
            { Status: CallStatus.Ringing, Direction: not Direction.Inbound } => "ringing",
            _ => "inCall",
        };

    public IEnumerable<Heard> Ears => heard;
    public IReadOnlyList<Sms> Inbox => inbox;

    public void Hear(Heard sound)
    {
        heard.Enqueue(sound);
        if (heard.Count > Kept)
            heard.Dequeue();
    }

    public void Receive(Sms message) => inbox.Add(message);
}
