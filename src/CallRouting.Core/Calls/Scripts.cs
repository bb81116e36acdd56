using CallRouting.Core.Menus;
using CallRouting.Core.Notices;
using CallRouting.Core.Transfers;
using NodaTime;

namespace CallRouting.Core.Calls;

/// <summary>
/// What each leg hears now, from nothing but the stored state: the answer to every "what next?" of the provider. However a
/// leg comes to ask (silence, our own redirect, a room that it left), the same state gives the same script.
/// </summary>
public static class Scripts
{
    // One key, and none of them finishes: # is a key like any other (contract §2.4).
    private static readonly Expecting OneKey = new(NumDigits: 1, FinishOnKey: "", TimeoutSeconds: 3);
    private static readonly Expecting ScreenKey = new(NumDigits: 1, FinishOnKey: "", TimeoutSeconds: 8);

    // A # is no digit, so it is told by the silence after it.
    private static readonly Expecting Postcode = new(NumDigits: 4, FinishOnKey: "", TimeoutSeconds: 5);

    // What a caller listens to is fetched again well within 30 s.
    private const int HoldPause = 12;
    private const int TimesToScreen = 2;

    /// <summary>A caller's own leg, outside the menu. In the menu, the menu's turn is the script.</summary>
    /// <param name="first">What is said once, before the usual words: where the menu ended, or what is announced.</param>
    /// <param name="inQueue">The usual words to who waits for an agent.</param>
    public static Script ForCaller(Call call, Transfer? transfer, Voice voice, IReadOnlyList<Spoken> first, IReadOnlyList<Spoken> inQueue)
    {
        if (call.State == CallState.Ended)
        {
            return Script.Of(new HangUp());
        }
        return RoomOfCaller(call, transfer) is { } room ? Script.Of(new EnterRoom(room, "caller"))
            : transfer is { State: Interrupted } ? Script.Of(voice.Say(Prompts.OfficerLeft), new Pause(HoldPause), new GoOn())
            : transfer is { State: PassingOn or Rejoining } ? Script.Of(voice.Say(Prompts.FindingPlace), new Pause(HoldPause), new GoOn())
            : call.Away ? new Script([.. first.Select(speech => new Say(speech)), new HangUp()])
            : call.State == CallState.Waiting ? Loop([.. first, .. inQueue], [])
            : Loop(first, [HoldPrompt(transfer, voice)]);
    }

    /// <summary>The caller, rung back by us. Who answers hears nothing but that Nav calls, before pressing 1.</summary>
    public static Script ForCalledBack(Transfer? transfer, bool accepted, long step, Voice voice)
    {
        if (transfer is not { State: RingingCaller or Connected or Interrupted or Ringing or AwaitingPhone or Joining })
        {
            return Script.Of(new HangUp());
        }
        return !accepted ? Screen([voice.Spoken(Prompts.CallbackScreen)], step, new HangUp())
            : transfer.State is Interrupted ? Script.Of(voice.Say(Prompts.OfficerLeft), new Pause(HoldPause), new GoOn())
            : transfer.State is RingingCaller or Connected or Joining { OfficerIsIn: true }
                ? Script.Of(new EnterRoom(transfer.Room, "caller"))
            : Loop([], [HoldPrompt(transfer, voice)]);
    }

    /// <summary>The caller, rung by us when it was their turn in the queue, before pressing 1; afterwards they are a caller as any.</summary>
    public static Script ForCalledInTurn(Call call, long step, Voice voice) =>
        call is { Away: true, Agent.Place: AgentPlace.InRoom }
            ? Screen([voice.Spoken(Prompts.CallbackScreen)], step, new HangUp())
            : Script.Of(new HangUp());

    /// <summary>Who waits in the queue: the place and the wait where they have changed, and that 5 keeps the place.</summary>
    /// <param name="position">Null when it has been told, or when an agent is being rung for this caller.</param>
    public static IReadOnlyList<Spoken> InQueue(Voice voice, int? position, Duration? wait)
    {
        var told = voice with { Facts = voice.Facts with { Count = position, Wait = RoundedUp(wait) } };
        return position is null
            ? [voice.Spoken(Prompts.WaitingAgent)]
            : [told.Spoken(PlacePrompt(wait)), voice.Spoken(Prompts.WaitingAgent)];
    }

    // Whoever is told two minutes is not to wait two and a half.
    private static Duration? RoundedUp(Duration? wait) => wait is { } exact ? Duration.FromMinutes(Math.Ceiling(exact.TotalMinutes)) : null;

    private static string PlacePrompt(Duration? wait) =>
        wait is null ? Prompts.QueuePlace
        : wait < Duration.FromMinutes(1) ? Prompts.QueueSoon
        : Prompts.QueuePosition;

    /// <summary>An officer's leg: who calls; the way into the room; or why there is nothing to do any more.</summary>
    public static Script ForOfficer(Transfer transfer, int number, long step, Needs needs, Voice voice)
    {
        var attempt = transfer[number];
        return attempt switch
        {
            { Phase: AttemptPhase.FindingRoom } => Script.Of(
                new Ask([voice.Spoken(Prompts.MinuteToFindRoom)], OneKey, HoldPause),
                new GoOn()
            ),
            { Outcome: null, Phase: AttemptPhase.Accepted } or { Phase: AttemptPhase.Accepted } => Accepted(transfer, number, voice),
            { Outcome: null } => Screen(Whisper(transfer, needs, voice), step, voice.Say(Prompts.NotAccepted), new HangUp()),
            { Outcome: Outcome.Withdrawn } => Script.Of(
                voice.Say(transfer.CallerIsOnLine ? Prompts.Taken : Prompts.CallerGone),
                new HangUp()
            ),
            { Outcome: Outcome.Declined } => Script.Of(voice.Say(Prompts.PassedOn), new HangUp()),
            { Outcome: Outcome.Accepted } when transfer.State is Abandoned => Script.Of(
                voice.Say(transfer.CallerIsOnLine ? Prompts.CallerGone : NotReached(transfer)),
                new HangUp()
            ),
            { Outcome: Outcome.Accepted } when transfer.State is PassedOn => Script.Of(voice.Say(Prompts.PassOnDone), new HangUp()),
            { Outcome: Outcome.Accepted } when transfer.State is Completed => Script.Of(voice.Say(Prompts.CallerGone), new HangUp()),
            _ => Script.Of(new HangUp()),
        };
    }

    /// <summary>An officer's phone that is tried before a shift.</summary>
    public static Script ForDrill(bool confirmed, long step, Voice voice) =>
        confirmed
            ? Script.Of(voice.Say(NoticeTexts.DrillConfirmed), new HangUp())
            : Screen([voice.Spoken(NoticeTexts.DrillScreen)], step, voice.Say(NoticeTexts.DrillNotConfirmed), new HangUp());

    /// <summary>A contact-centre agent's leg, screened as an officer's is.</summary>
    public static Script ForAgent(Call call, bool isThisAgent, bool accepted, long step, Voice voice) =>
        call.EndedBecause == Ends.MissedTurn ? Script.Of(voice.Say(Prompts.CallerNotReached), new HangUp())
        : !isThisAgent || call.State is CallState.Ended or CallState.InMenu ? Script.Of(voice.Say(Prompts.CallerGone), new HangUp())
        : accepted ? Script.Of(new EnterRoom(call.Rooms, "agent"))
        : Screen([voice.Spoken(Prompts.AgentScreen)], step, new HangUp());

    /// <summary>
    /// Whom the agent asked into the call, an interpreter or a lead: in the room for as long as the caller is in one, and then thanked. Hears
    /// who asks, and nothing of the caller.
    /// </summary>
    /// <param name="leg">The leg's id, for a label of its own.</param>
    public static Script ForThirdParty(Call call, Transfer? transfer, string leg, bool accepted, long step, Voice voice) =>
        RoomOfCaller(call, transfer) is not { } room ? Script.Of(voice.Say(Prompts.ThirdPartyOver), new HangUp())
        : accepted ? Script.Of(new EnterRoom(room, $"third-{leg}"))
        : Screen([voice.Spoken(Prompts.ThirdPartyScreen)], step, new HangUp());

    private static Script Accepted(Transfer transfer, int number, Voice voice)
    {
        var enter = new EnterRoom(transfer.Room, $"target-{number}", StarLeaves: true);
        return transfer.State switch
        {
            // The caller must be on hold before the officer's voice is in the room, or the consultation would be overheard.
            Joining { OfficerIsIn: false }
                when transfer is { HasAgent: true, AgentIsLeaving: false, CallerIsHeld: false, SkipConsult: false } => Script.Of(
                voice.Say(Prompts.OneMoment),
                new Pause(1),
                new GoOn()
            ),
            Joining or Consulting or RingingCaller or Connected or Rejoining => Script.Of(enter),
            PassingOn passing => PassOn(passing.Question, voice),
            _ => Script.Of(voice.Say(NotReached(transfer)), new HangUp()),
        };
    }

    private static Script PassOn(PassOnQuestion question, Voice voice) =>
        question.Asks switch
        {
            PassOnAsks.Postcode => Script.Of(new Ask([voice.Spoken(Prompts.PassOnPostcode)], Postcode), new GoOn()),
            PassOnAsks.AnotherPostcode => Script.Of(new Ask([voice.Spoken(Prompts.PassOnNotFound)], Postcode), new GoOn()),
            PassOnAsks.IsItRight => Script.Of(new Ask([voice.Spoken(Prompts.PassOnConfirm)], ScreenKey), new GoOn()),
            _ => Script.Of(new Ask([voice.Spoken(Prompts.PassOn)], ScreenKey), new GoOn()),
        };

    private static string NotReached(Transfer transfer) =>
        transfer is { State: Abandoned } and ({ Urgent: true } or { IsCallback: true }) ? Prompts.CallerNotReached : Prompts.CallerGone;

    private static IReadOnlyList<Spoken> Whisper(Transfer transfer, Needs needs, Voice voice) =>
        [.. NeedsOf(needs, voice), voice.Spoken(WhisperOf(transfer))];

    private static IEnumerable<Spoken> NeedsOf(Needs needs, Voice voice)
    {
        if (needs.Interpreter is { } interpreter)
        {
            yield return (voice with { Facts = voice.Facts with { Interpreter = interpreter } }).Spoken(Prompts.WhisperInterpreter);
        }
        if (needs.SamiSpeaking)
        {
            yield return voice.Spoken(Prompts.WhisperSami);
        }
        if (needs.TextInstead)
        {
            yield return voice.Spoken(Prompts.WhisperText);
        }
    }

    private static string WhisperOf(Transfer transfer) =>
        transfer.HasAgent && !transfer.SkipConsult ? Prompts.WhisperNks
        : transfer.CallerIsOnLine ? Prompts.Whisper
        : Prompts.WhisperCallback;

    // Voicemail never presses 1: after the second time of asking the leg ends by itself.
    private static Script Screen(IReadOnlyList<Spoken> question, long step, params Instruction[] afterwards) =>
        step <= TimesToScreen ? Script.Of(new Ask(question, ScreenKey), new GoOn()) : Script.Of(afterwards);

    private static Script Loop(IReadOnlyList<Spoken> first, IReadOnlyList<Spoken> usual) =>
        Script.Of(new Ask(first.Count > 0 ? first : usual, OneKey, HoldPause), new GoOn());

    private static Spoken HoldPrompt(Transfer? transfer, Voice voice) =>
        voice.Spoken(
            transfer?.State is AwaitingPhone ? Prompts.AllBusy
            : transfer?.Attempts.LastOrDefault(attempt => attempt.Outcome is not null)
                is { Outcome: Outcome.OurFailure, AnsweredAt: not null }
                ? Prompts.JoiningFailed
            : transfer?.State is Ringing { Step: > 0 } ? Prompts.Hold2
            : transfer?.PassedOnFrom is not null ? Prompts.HoldPassedOn
            : Prompts.Hold1
        );

    /// <summary>Whether the caller belongs in a room with an officer, whatever the menu was about to ask.</summary>
    public static bool IsJoined(Transfer? transfer) =>
        RoomOfTransfer(transfer) is not null || transfer is { State: Interrupted or PassingOn or Rejoining };

    /// <summary>The room that the caller is in, or on the way into; null where the caller hears us and nobody else.</summary>
    public static int? RoomOfCaller(Call call, Transfer? transfer) =>
        call.State == CallState.Ended ? null
        : IsJoined(transfer) ? RoomOfTransfer(transfer)
        : call.State == CallState.WithAgent || call.Agent is { Place: AgentPlace.InRoom } ? call.Rooms
        : null;

    private static int? RoomOfTransfer(Transfer? transfer) =>
        transfer?.State switch
        {
            Joining { OfficerIsIn: true } or Rejoining { OfficerIsIn: true } or Consulting or Connected => transfer.Room,
            Ringing or AwaitingPhone or Joining when transfer.CallerIsInRoom => transfer.Room,
            _ => null,
        };
}

/// <summary>A flow's prompts in one language, filled with what is known of one call.</summary>
public sealed record Voice(Flow Flow, Language Language, SpokenFacts Facts)
{
    public Spoken Spoken(string promptId) => Flow.Say(promptId, Language, Facts);

    public Say Say(string promptId) => new(Spoken(promptId));
}
