using CallRouting.PhoneNetwork.Calls;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>A telephone in a list.</summary>
/// <param name="Role">caller, officer, lead or agent.</param>
/// <param name="State">idle, ringing or inCall.</param>
public sealed record PhoneSummary(string Number, string Role, string Name, string State)
{
    internal static PhoneSummary Of(Phone phone) => new(phone.Number, phone.Role, phone.Name, phone.State);
}

/// <summary>A telephone and all that it has heard.</summary>
/// <param name="Call">The present call; null when idle.</param>
/// <param name="Heard">Over all its calls, oldest first.</param>
/// <param name="Behaviour">What it does when it rings; null: it waits for a hand.</param>
public sealed record PhoneView(
    string Number,
    string Role,
    string Name,
    string State,
    CallView? Call,
    IReadOnlyList<Heard> Heard,
    IReadOnlyList<Sms> Sms,
    Behaviour? Behaviour
)
{
    internal static PhoneView Of(Phone phone) =>
        new(
            phone.Number,
            phone.Role,
            phone.Name,
            phone.State,
            phone.Call is { } call ? CallView.Of(call) : null,
            phone.Ears.ToList(),
            phone.Inbox.ToList(),
            phone.Behaviour
        );
}

/// <summary>A telephone's present call.</summary>
/// <param name="State">The provider's word: ringing or in-progress.</param>
/// <param name="From">Who calls, as the other end sees it.</param>
/// <param name="TalkingWith">Numbers of the others in the same started room, neither side on hold; or of the one that a document dialled.</param>
/// <param name="InRoom">The room's name; null outside a room.</param>
/// <param name="Listening">Whether a key pressed now would be received.</param>
public sealed record CallView(
    string Sid,
    string State,
    string From,
    string To,
    IReadOnlyList<string> TalkingWith,
    bool OnHold,
    string? InRoom,
    bool Listening
)
{
    internal static CallView Of(Call call) =>
        new(
            call.Sid,
            call.Status.RestWord(),
            call.From,
            call.To,
            [.. OthersWith(call).Select(other => other.Phone?.Number ?? other.To)],
            call.Seat?.OnHold ?? false,
            call.Seat?.Conference.Name,
            call.Listening is { Complete: false }
        );

    private static IEnumerable<Call> OthersWith(Call call) =>
        call.Bridge is { } bridge ? [bridge] : call.Seat?.TalkingWith.Select(other => other.Call) ?? [];
}

/// <summary>What became of keys: which a prompt received, and which were lost because nobody listened.</summary>
public sealed record PressedKeys(string Received, string Lost);
