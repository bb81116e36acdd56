using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>
/// Collects keys (contract §2.4): a key stops the prompt; silence is counted from the prompt's end or the last key; without input the call falls
/// through to the next verb.
/// </summary>
internal sealed class GatherVerb(Media media, TimeProvider clock)
{
    public async Task<Next> Perform(Call call, TwimlDocument document, Gather gather, CancellationToken cancel)
    {
        using var keypad = new Keypad(gather.NumDigits, gather.FinishOnKey);
        call.Listening = keypad;
        call.FirstPrompt.TrySetResult();
        try
        {
            await Prompt(call, gather, keypad, cancel);
            await Listen(gather, keypad, cancel);
        }
        finally
        {
            call.Listening = null;
        }
        if (keypad.Digits.Length == 0 && !gather.ActionOnEmptyResult)
            return Next.Verb.Instance;
        return Next.At(document, gather.Action, gather.Method, new Parameters().Set("Digits", keypad.Digits));
    }

    private async Task Prompt(Call call, Gather gather, Keypad keypad, CancellationToken cancel)
    {
        using var prompt = CancellationTokenSource.CreateLinkedTokenSource(cancel, keypad.Touched);
        try
        {
            foreach (var verb in gather.Prompts)
                await media.Perform(call, verb, prompt.Token);
        }
        catch (OperationCanceledException) when (keypad.Touched.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            // A key silenced the prompt.
        }
    }

    private async Task Listen(Gather gather, Keypad keypad, CancellationToken cancel)
    {
        try
        {
            while (!keypad.Complete)
                await keypad.NextKey.WaitAsync(gather.Timeout, clock, cancel);
        }
        catch (TimeoutException)
        {
            // Silence: what was pressed so far is the input.
        }
    }
}
