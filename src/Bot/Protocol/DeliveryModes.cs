namespace Bot.Protocol;

/// <summary>The values of an activity's deliveryMode.</summary>
public static class DeliveryModes
{
    /// <summary>The replies are the answer to the call that brought the activity.</summary>
    public const string ExpectReplies = "expectReplies";
}
