using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>
/// Keys pressed on a telephone. Only a Gather hears them; in a room, and between two prompts, they are lost (contract §6.1), but for the
/// star of a leg whose Dial says hangupOnStar (§2.5).
/// </summary>
internal sealed class Keys(Timeline timeline, TimeProvider clock)
{
    public const int MostSent = 32;
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    public static bool CanBeSent(char key) => Keypad.IsKey(key) || key is 'w' or 'W';

    /// <summary>Sends keys down a line, half a second each; w waits half a second, W a whole one. A line that leads to a telephone only rustles.</summary>
    public async Task Send(Call call, string keys, CancellationToken cancel)
    {
        foreach (var key in keys)
        {
            if (Keypad.IsKey(key) && call.Far is { HasEnded: false } far)
                Press(far, key);
            await Task.Delay(key == 'W' ? 2 * HalfASecond : HalfASecond, clock, cancel);
        }
    }

    /// <summary>Presses one key; false when nobody listened.</summary>
    public bool Press(Call call, char key)
    {
        var received = call.Listening?.Press(key) ?? (key == '*' && call.Star is { } star && star.TrySetResult());
        timeline.Tell(received ? "key" : "key-lost", call.Sid, phone: call.Phone?.Number, detail: key.ToString());
        return received;
    }
}
