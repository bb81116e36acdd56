using System.Text;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>
/// The keys of one Gather (contract §2.4). The first key silences the prompt. The finishing key is not among the digits, and alone it is no input.
/// </summary>
internal sealed class Keypad(int? numDigits, string finishOnKey) : IDisposable
{
    private readonly StringBuilder digits = new();
    private readonly CancellationTokenSource touched = new();
    private TaskCompletionSource next = new();

    public static bool IsKey(char key) => char.IsAsciiDigit(key) || key is '#' or '*';

    public string Digits => digits.ToString();

    /// <summary>True when no further key is waited for.</summary>
    public bool Complete { get; private set; }

    /// <summary>Cancelled by the first key.</summary>
    public CancellationToken Touched => touched.Token;

    /// <summary>Completes at the next key.</summary>
    public Task NextKey => next.Task;

    public bool Press(char key)
    {
        if (Complete)
            return false;
        var finishes = finishOnKey.Length == 1 && key == finishOnKey[0];
        if (!finishes)
            digits.Append(key);
        Complete = finishes || digits.Length == numDigits;
        touched.Cancel();
        var pressed = next;
        next = new TaskCompletionSource();
        pressed.SetResult();
        return true;
    }

    public void Dispose() => touched.Dispose();
}
