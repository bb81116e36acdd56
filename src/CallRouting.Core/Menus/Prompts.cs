using CallRouting.Core.Notices;

namespace CallRouting.Core.Menus;

/// <summary>The prompts that the product says outside any node: a flow must have them in every language.</summary>
public static class Prompts
{
    public const string Invalid = "invalid";
    public const string WrongKey = "wrong_key";

    // To the caller, in menu, ladder and list.
    public const string Connecting = "connecting";
    public const string Hold1 = "hold_1";
    public const string Hold2 = "hold_2";

    /// <summary>As hold_2, in a room: nobody can press a key there.</summary>
    public const string Hold2Room = "hold_2_room";

    public const string WaitingAgent = "waiting_agent";
    public const string WaitingAgentRoom = "waiting_agent_room";

    /// <summary>The place in the queue and the expected wait.</summary>
    public const string QueuePosition = "queue_position";

    /// <summary>To an agent alone in the room while a caller who kept the place is rung.</summary>
    public const string RingingInTurn = "ringing_in_turn";

    /// <summary>The place alone: nothing is known to go by.</summary>
    public const string QueuePlace = "queue_place";

    /// <summary>The place, and that the wait is less than a minute.</summary>
    public const string QueueSoon = "queue_soon";

    public const string JoiningFailed = "joining_failed";

    /// <summary>To the caller when the officer's leg ended while they were connected.</summary>
    public const string OfficerLeft = "officer_left";

    /// <summary>While we try again to find out what comes next.</summary>
    public const string Moment = "moment";

    /// <summary>The last resort, when we cannot go on: the fallback number is dialled.</summary>
    public const string OurFault = "our_fault";

    /// <summary>The same where it cannot be dialled: names a number to ring.</summary>
    public const string Apology = "apology";

    /// <summary>More call than we can answer: the fallback number is dialled.</summary>
    public const string Crowded = "crowded";

    /// <summary>The same where it cannot be dialled.</summary>
    public const string CrowdedLater = "crowded_later";

    /// <summary>After the fallback number was dialled, whoever is still there.</summary>
    public const string CutOff = "cut_off";

    public const string NumberNotInUse = "number_not_in_use";
    public const string CallbackScreen = "callback_screen";
    public const string CallbackConnecting = "callback_connecting";

    // To officers and agents.
    public const string Whisper = "whisper";
    public const string WhisperNks = "whisper_nks";
    public const string WhisperCallback = "whisper_callback";
    public const string WhisperInterpreter = "whisper_interpreter";
    public const string WhisperSami = "whisper_sami";
    public const string WhisperText = "whisper_text";
    public const string AgentScreen = "agent_screen";
    public const string OneMoment = "one_moment";
    public const string MinuteToFindRoom = "minute_to_find_room";
    public const string Taken = "taken";
    public const string PassedOn = "passed_on";
    public const string PressedWrongScreen = "pressed_wrong_screen";
    public const string NotAccepted = "not_accepted";
    public const string CallerGone = "caller_gone";

    /// <summary>To an officer who accepted an urgent call-back when the caller does not pick up.</summary>
    public const string CallerNotReached = "caller_not_reached";

    // Busy phones, passing on, and who joins a call.

    /// <summary>To the caller while everybody on the ladder talks in another call.</summary>
    public const string AllBusy = "all_busy";

    /// <summary>To the caller while the officer says where to pass the call on.</summary>
    public const string FindingPlace = "finding_place";
    public const string HoldPassedOn = "hold_passed_on";
    public const string PassOn = "pass_on";
    public const string PassOnPostcode = "pass_on_postcode";
    public const string PassOnNotFound = "pass_on_not_found";
    public const string PassOnConfirm = "pass_on_confirm";
    public const string PassOnDone = "pass_on_done";
    public const string ThirdPartyScreen = "third_party_screen";
    public const string ThirdPartyOver = "third_party_over";

    // Written, not said.
    public const string SmsOfficer = "sms_officer";
    public const string SmsCaller = "sms_caller";

    /// <summary>To whoever runs the service: a morning check found what hinders callers.</summary>
    public const string SmsOperator = "sms_operator";

    // Ready for flows that ask for them; ours does not.
    private const string AskLanguage = "language";
    private const string SmsConsent = "sms_consent";

    /// <summary>Must exist in every language.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        Invalid,
        WrongKey,
        Connecting,
        Hold1,
        Hold2,
        Hold2Room,
        WaitingAgent,
        WaitingAgentRoom,
        QueuePosition,
        RingingInTurn,
        QueuePlace,
        QueueSoon,
        JoiningFailed,
        OfficerLeft,
        Moment,
        OurFault,
        Apology,
        Crowded,
        CrowdedLater,
        CutOff,
        NumberNotInUse,
        CallbackScreen,
        CallbackConnecting,
        Whisper,
        WhisperNks,
        WhisperCallback,
        WhisperInterpreter,
        WhisperSami,
        WhisperText,
        AgentScreen,
        OneMoment,
        MinuteToFindRoom,
        Taken,
        PassedOn,
        PressedWrongScreen,
        NotAccepted,
        CallerGone,
        CallerNotReached,
        SmsOfficer,
        SmsCaller,
        SmsOperator,
        AllBusy,
        FindingPlace,
        HoldPassedOn,
        PassOn,
        PassOnPostcode,
        PassOnNotFound,
        PassOnConfirm,
        PassOnDone,
        ThirdPartyScreen,
        ThirdPartyOver,
        .. NoticeTexts.All,
    ];

    /// <summary>May exist although no node says them.</summary>
    public static IReadOnlyList<string> Optional { get; } = [AskLanguage, SmsConsent];
}
