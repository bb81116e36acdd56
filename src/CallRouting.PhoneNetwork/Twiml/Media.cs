using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>What a telephone hears. There is no sound: text is written down as heard and lasts as long as saying it would.</summary>
internal sealed class Media(Phones.Keys keys, TimeProvider clock, NetworkOptions options, Timeline timeline)
{
    // Contract §8, simplifications: about fifteen characters a second.
    private const double CharactersPerSecond = 15;
    private const int MostLoops = 1000;

    public async Task Perform(Call call, Verb verb, CancellationToken cancel)
    {
        switch (verb)
        {
            case Say say:
                await Repeat(say.Loop, call, say.Language, say.Text, TimeSpan.FromSeconds(say.Text.Length / CharactersPerSecond), cancel);
                break;
            case Play { Digits: { } digits }:
                Hear(call, "", $"♪ {digits}");
                await keys.Send(call, digits, cancel);
                break;
            case Play play:
                await Repeat(play.Loop, call, "", $"♪ {play.Url}", TimeSpan.FromSeconds(options.PlaySeconds), cancel);
                break;
            case Pause pause:
                await Task.Delay(pause.Length, clock, cancel);
                break;
            default:
                throw new InvalidOperationException($"{verb.GetType().Name} is not heard.");
        }
    }

    /// <summary>A sound of the network itself, such as music or a beep.</summary>
    public void Sound(Call call, string what) => Hear(call, "", what);

    private async Task Repeat(int loop, Call call, string language, string text, TimeSpan length, CancellationToken cancel)
    {
        for (var time = 0; time < (loop == 0 ? MostLoops : loop); time++)
        {
            Hear(call, language, text);
            await Task.Delay(length, clock, cancel);
        }
    }

    private void Hear(Call call, string language, string text)
    {
        if (call.Far is not null)
            timeline.Tell("heard", call.Sid, detail: text);
        if (call.Phone is not { } phone)
            return;
        phone.Hear(new Phones.Heard(clock.GetUtcNow(), language, text));
        timeline.Tell("heard", call.Sid, phone: phone.Number, detail: text);
    }
}
