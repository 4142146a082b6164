namespace Evidence.Api.Hosting.Database;

/// <summary>A problem at start that the user is told as one clear sentence; the process then ends with exit code 1.</summary>
public class StartupException(string sentence, Exception? inner = null) : Exception(sentence, inner);
