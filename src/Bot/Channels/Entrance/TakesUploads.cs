namespace Bot.Channels.Entrance;

/// <summary>Marks an endpoint whose bodies may be as large as Limits:UploadBytes.</summary>
public sealed class TakesUploads;
