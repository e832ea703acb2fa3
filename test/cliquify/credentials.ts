/** The one OAuth client that the stand-in knows. Made up; worth nothing anywhere else. */
export const SAMPLE_CLIENT_ID = 'a1b2c3d4e5f6g7h8'
export const SAMPLE_CLIENT_SECRET = 'sample-secret-of-the-stand-in-cliquify'
