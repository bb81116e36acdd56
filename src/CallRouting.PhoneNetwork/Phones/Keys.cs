using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>
/// Keys pressed on a telephone. Only a Gather hears them; in a room, and between two prompts, they are lost (contract §6.1), but for the
/// star of a leg whose Dial says hangupOnStar (§2.5).
/// </summary>
internal sealed class Keys(Timeline timeline)
{
    /// <summary>Presses one key; false when nobody listened.</summary>
    public bool Press(Call call, char key)
    {
        var received = call.Listening?.Press(key) ?? (key == '*' && call.Star is { } star && star.TrySetResult());
        timeline.Tell(received ? "key" : "key-lost", call.Sid, phone: call.Phone?.Number, detail: key.ToString());
        return received;
    }
}
